#include <napi.h>

#include "napi/host_door.h"
#include "napi/infer_door.h"
#include "napi/inspect_core.h"
#include "napi/source_door.h"

namespace {

Napi::Object Export(Napi::Env env, Napi::Object exports) {
  exports.Set("inspectCore", Napi::Function::New(env, eevee::InspectCore, "inspectCore"));
  exports.Set("Host", eevee::HostDoor::Define(env));
  exports.Set("listWindows", Napi::Function::New(env, eevee::ListWindowsDoor, "listWindows"));
  exports.Set("SourceHost", eevee::SourceDoor::Define(env));
  exports.Set("Network", eevee::InferDoor::Define(env));
  return exports;
}

}  // namespace

NODE_API_MODULE(eevee, Export)
