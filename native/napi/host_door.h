#pragma once

#include <napi.h>

#include <memory>

#include "pipeline/host.h"

namespace eevee {

/// The JavaScript class `Host`: one verb of pipeline/host.h a method. It trusts the types of its
/// arguments, which native/index.ts has checked; the values are checked here or below.
class HostDoor : public Napi::ObjectWrap<HostDoor> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit HostDoor(const Napi::CallbackInfo& info);

 private:
  Napi::Value Info(const Napi::CallbackInfo& info);
  Napi::Value RingBytes(const Napi::CallbackInfo& info);
  Napi::Value AttachRing(const Napi::CallbackInfo& info);
  Napi::Value AttachEyes(const Napi::CallbackInfo& info);
  Napi::Value Run(const Napi::CallbackInfo& info);
  Napi::Value SetButtons(const Napi::CallbackInfo& info);
  Napi::Value StartClock(const Napi::CallbackInfo& info);
  Napi::Value SetSpeed(const Napi::CallbackInfo& info);
  Napi::Value StopClock(const Napi::CallbackInfo& info);
  Napi::Value SaveState(const Napi::CallbackInfo& info);
  Napi::Value LoadState(const Napi::CallbackInfo& info);
  Napi::Value KeepState(const Napi::CallbackInfo& info);
  Napi::Value RecallState(const Napi::CallbackInfo& info);
  Napi::Value WriteKept(const Napi::CallbackInfo& info);
  Napi::Value DropKept(const Napi::CallbackInfo& info);
  Napi::Value KeptBytes(const Napi::CallbackInfo& info);
  Napi::Value TakeInputs(const Napi::CallbackInfo& info);
  Napi::Value ReadAudio(const Napi::CallbackInfo& info);
  Napi::Value Metrics(const Napi::CallbackInfo& info);
  Napi::Value ResetMetrics(const Napi::CallbackInfo& info);
  Napi::Value Close(const Napi::CallbackInfo& info);
#ifdef EEVEE_TOOLS
  Napi::Value ReadMemory(const Napi::CallbackInfo& info);
  Napi::Value WriteMemory(const Napi::CallbackInfo& info);
  Napi::Value MemoryMap(const Napi::CallbackInfo& info);
  Napi::Value Serialize(const Napi::CallbackInfo& info);
  Napi::Value Unserialize(const Napi::CallbackInfo& info);
#endif

  // The host goes first when both are destroyed: it writes to the ring until it is closed.
  Napi::Reference<Napi::Uint8Array> ring_;
  std::unique_ptr<eevee::Host> host_;
};

}  // namespace eevee
