#include "napi/inspect_core.h"

#include "napi/to_js.h"

namespace eevee {

Napi::Object ToObject(Napi::Env env, const CoreInfo& core) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("path", core.path);
  object.Set("name", core.name);
  object.Set("version", core.version);
  object.Set("extensions", ToArray(env, core.extensions));
  return object;
}

Napi::Value InspectCore(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    return ToObject(info.Env(), CoreLibrary::Open(info[0].As<Napi::String>())->Info());
  });
}

}  // namespace eevee
