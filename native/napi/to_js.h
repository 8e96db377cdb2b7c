#pragma once

#include <napi.h>

#include <string>
#include <vector>

#include "base/problem.h"
#include "pipeline/histogram.h"
#include "pipeline/observer.h"

namespace eevee {

/// A problem as the JavaScript error that carries it: `name` 'EeveeError', `problem` as in
/// protocol/errors.ts.
Napi::Error ToError(Napi::Env env, const Problem& problem);

/// A distribution in microseconds (nanoseconds on our side).
Napi::Object ToObject(Napi::Env env, const Histogram::Stats& stats);

/// The arguments of `attachEyes`: the network, how many modes and classes it knows, the network
/// that reads letters (or null) and the class of text. The spans live as long as the call.
EyesModel ToEyesModel(const Napi::CallbackInfo& info);

Napi::Array ToArray(Napi::Env env, const std::vector<std::string>& texts);

/// Runs a verb's body and turns what our code throws into a JavaScript exception. Every entry into
/// native code goes through it: a C++ exception must never unwind into the engine.
template <typename Body>
auto Guarded(Napi::Env env, Body&& body) -> decltype(body()) {
  try {
    return body();
  } catch (const Napi::Error&) {
    throw;
  } catch (const ProblemError& error) {
    throw ToError(env, error.problem());
  } catch (const std::exception& error) {
    throw ToError(env, {.code = "internal",
                        .message = std::string("The native addon failed: ") + error.what() + ".",
                        .remedy = "Please report this with the log file."});
  }
}

}  // namespace eevee
