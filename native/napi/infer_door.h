#pragma once

#include <napi.h>

#include <memory>

#include "infer/network.h"

namespace eevee {

/// The JavaScript class `Network`: a network with a runner of its own, for tests, benchmarks and
/// tools; frames go through the frame thread instead. It trusts the types of its arguments, which
/// native/infer.ts has checked.
class InferDoor : public Napi::ObjectWrap<InferDoor> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit InferDoor(const Napi::CallbackInfo& info);

 private:
  Napi::Value Run(const Napi::CallbackInfo& info);
  Napi::Value TimeRuns(const Napi::CallbackInfo& info);
  Napi::Value Inputs(const Napi::CallbackInfo& info);
  Napi::Value Outputs(const Napi::CallbackInfo& info);
  Napi::Value Isa(const Napi::CallbackInfo& info);
  Napi::Value Macs(const Napi::CallbackInfo& info);

  std::unique_ptr<infer::Runner> runner_;
};

}  // namespace eevee
