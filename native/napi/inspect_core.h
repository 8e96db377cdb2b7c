#pragma once

#include <napi.h>

#include "capture/core_library.h"

namespace eevee {

/// `inspectCore(path)`: loads a core only to ask for its name. Throws `resource.core-*`.
Napi::Value InspectCore(const Napi::CallbackInfo& info);

/// CoreInfo in its JavaScript shape.
Napi::Object ToObject(Napi::Env env, const CoreInfo& core);

}  // namespace eevee
