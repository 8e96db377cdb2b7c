#pragma once

#include <napi.h>

#include <memory>

#include "pipeline/source_host.h"

namespace eevee {

/// The JavaScript class `SourceHost`: one verb of pipeline/source_host.h a method, for a window or
/// a file of raw frames. It trusts the types of its arguments, which native/window.ts has checked.
class SourceDoor : public Napi::ObjectWrap<SourceDoor> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit SourceDoor(const Napi::CallbackInfo& info);

 private:
  Napi::Value Rate(const Napi::CallbackInfo& info);
  Napi::Value RingBytes(const Napi::CallbackInfo& info);
  Napi::Value AttachRing(const Napi::CallbackInfo& info);
  Napi::Value AttachEyes(const Napi::CallbackInfo& info);
  Napi::Value Run(const Napi::CallbackInfo& info);
  Napi::Value SetButtons(const Napi::CallbackInfo& info);
  Napi::Value StartClock(const Napi::CallbackInfo& info);
  Napi::Value StopClock(const Napi::CallbackInfo& info);
  Napi::Value Metrics(const Napi::CallbackInfo& info);
  Napi::Value ResetMetrics(const Napi::CallbackInfo& info);
  Napi::Value Close(const Napi::CallbackInfo& info);

  // The host goes first when both are destroyed: it writes to the ring until it is closed.
  Napi::Reference<Napi::Uint8Array> ring_;
  std::unique_ptr<SourceHost> host_;
};

/// `listWindows(display)`. Throws `resource.display-missing`.
Napi::Value ListWindowsDoor(const Napi::CallbackInfo& info);

}  // namespace eevee
