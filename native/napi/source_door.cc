#include "napi/source_door.h"

#include "capture/raw_frames.h"
#include "capture/window.h"
#include "napi/to_js.h"

namespace eevee {
namespace {

std::string TextOf(const Napi::Object& given, const char* name) {
  return given.Get(name).As<Napi::String>();
}
uint32_t NumberOf(const Napi::Object& given, const char* name) {
  return given.Get(name).As<Napi::Number>().Uint32Value();
}

WindowOptions WindowOptionsOf(const Napi::Object& given) {
  WindowOptions options;
  options.display = TextOf(given, "display");
  options.choice = {.id = NumberOf(given, "id"),
                    .title = TextOf(given, "title"),
                    .window_class = TextOf(given, "windowClass")};
  const auto keys = given.Get("keys").As<Napi::Array>();
  for (uint32_t i = 0; i < options.keys.size() && i < keys.Length(); ++i) {
    options.keys[i] = keys.Get(i).As<Napi::String>();
  }
  options.key_method = static_cast<WindowOptions::Keys>(NumberOf(given, "keyMethod"));
  options.take_focus = given.Get("takeFocus").As<Napi::Boolean>();
  options.pixels = static_cast<WindowOptions::Pixels>(NumberOf(given, "pixels"));
  return options;
}

SourceHost::Options OptionsOf(const Napi::Object& given) {
  SourceHost::Options options;
  if (given.Get("file").IsString()) {
    const std::string path = TextOf(given, "file");
    const bool loop = given.Get("loop").As<Napi::Boolean>();
    options.open = [path, loop] { return OpenRawFrames(path, loop); };
    options.name = "The recording " + path;
  } else {
    const WindowOptions window = WindowOptionsOf(given.Get("window").As<Napi::Object>());
    options.open = [window] { return OpenWindow(window); };
    options.name = "The display " + window.display;
  }
  options.game = {NumberOf(given, "gameWidth"), NumberOf(given, "gameHeight")};
  if (given.Get("placement").IsObject()) {
    const auto place = given.Get("placement").As<Napi::Object>();
    options.placement = Placement{NumberOf(place, "x"), NumberOf(place, "y"),
                                  NumberOf(place, "width"), NumberOf(place, "height")};
  }
  options.hold_black_frames = NumberOf(given, "holdBlackFrames");
  options.hang_timeout = std::chrono::milliseconds(NumberOf(given, "hangTimeoutMs"));
  return options;
}

Napi::Object ToObject(Napi::Env env, const SourceHost::Metrics& metrics) {
  Napi::Object stages = Napi::Object::New(env);
  stages.Set("late", ToObject(env, metrics.stages[SourceHost::kLate]));
  stages.Set("capture", ToObject(env, metrics.stages[SourceHost::kCapture]));
  stages.Set("preprocess", ToObject(env, metrics.stages[SourceHost::kPreprocess]));
  stages.Set("publish", ToObject(env, metrics.stages[SourceHost::kPublish]));
  stages.Set("infer", ToObject(env, metrics.stages[SourceHost::kInfer]));
  stages.Set("path", ToObject(env, metrics.stages[SourceHost::kPath]));
  stages.Set("age", ToObject(env, metrics.stages[SourceHost::kAge]));
  stages.Set("work", ToObject(env, metrics.stages[SourceHost::kWork]));
  Napi::Object placement = Napi::Object::New(env);
  placement.Set("x", metrics.placement.x);
  placement.Set("y", metrics.placement.y);
  placement.Set("width", metrics.placement.width);
  placement.Set("height", metrics.placement.height);
  Napi::Object object = Napi::Object::New(env);
  object.Set("frames", static_cast<double>(metrics.frames));
  object.Set("nothingNew", static_cast<double>(metrics.nothing_new));
  object.Set("blackFrames", static_cast<double>(metrics.black_frames));
  object.Set("heldFrames", static_cast<double>(metrics.held_frames));
  object.Set("lateFrames", static_cast<double>(metrics.late_frames));
  object.Set("lostFrames", static_cast<double>(metrics.lost_frames));
  object.Set("driftFrames", metrics.drift_frames);
  object.Set("ageMs", metrics.age_ms);
  object.Set("ended", metrics.ended);
  object.Set("sourceWidth", metrics.source.width);
  object.Set("sourceHeight", metrics.source.height);
  object.Set("placement", placement);
  object.Set("placementSearches", static_cast<double>(metrics.placement_searches));
  object.Set("stages", stages);
  return object;
}

}  // namespace

Napi::Function SourceDoor::Define(Napi::Env env) {
  return DefineClass(env, "SourceHost",
                     {
                         InstanceMethod<&SourceDoor::Rate>("rate"),
                         InstanceMethod<&SourceDoor::RingBytes>("ringBytes"),
                         InstanceMethod<&SourceDoor::AttachRing>("attachRing"),
                         InstanceMethod<&SourceDoor::AttachEyes>("attachEyes"),
                         InstanceMethod<&SourceDoor::Run>("run"),
                         InstanceMethod<&SourceDoor::SetButtons>("setButtons"),
                         InstanceMethod<&SourceDoor::StartClock>("startClock"),
                         InstanceMethod<&SourceDoor::StopClock>("stopClock"),
                         InstanceMethod<&SourceDoor::Metrics>("metrics"),
                         InstanceMethod<&SourceDoor::ResetMetrics>("resetMetrics"),
                         InstanceMethod<&SourceDoor::Close>("close"),
                     });
}

SourceDoor::SourceDoor(const Napi::CallbackInfo& info) : Napi::ObjectWrap<SourceDoor>(info) {
  Guarded(info.Env(), [&] { host_ = SourceHost::Open(OptionsOf(info[0].As<Napi::Object>())); });
}

Napi::Value SourceDoor::Rate(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), host_->rate());
}

Napi::Value SourceDoor::RingBytes(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(host_->RingBytes()));
}

Napi::Value SourceDoor::AttachRing(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    auto ring = info[0].As<Napi::Uint8Array>();
    if (ring.ByteLength() < host_->RingBytes()) {
      throw Napi::RangeError::New(info.Env(), "the frame ring is smaller than ringBytes()");
    }
    ring_ = Napi::Persistent(ring);
    host_->AttachRing(ring.Data());
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::AttachEyes(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->AttachEyes(ToEyesModel(info));
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::Run(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->Run(info[0].As<Napi::Number>().Uint32Value(),
               static_cast<uint16_t>(info[1].As<Napi::Number>().Uint32Value()));
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::SetButtons(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->SetButtons(static_cast<uint16_t>(info[0].As<Napi::Number>().Uint32Value()));
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::StartClock(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->StartClock(info[0].As<Napi::Number>());
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::StopClock(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->StopClock();
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::Metrics(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(),
                 [&]() -> Napi::Value { return ToObject(info.Env(), host_->ReadMetrics()); });
}

Napi::Value SourceDoor::ResetMetrics(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->ResetMetrics();
    return info.Env().Undefined();
  });
}

Napi::Value SourceDoor::Close(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->Close();
    ring_.Reset();
    return info.Env().Undefined();
  });
}

Napi::Value ListWindowsDoor(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&]() -> Napi::Value {
    const Napi::Env env = info.Env();
    const auto windows = ListWindows(info[0].As<Napi::String>());
    Napi::Array array = Napi::Array::New(env, windows.size());
    for (uint32_t i = 0; i < windows.size(); ++i) {
      Napi::Object window = Napi::Object::New(env);
      window.Set("id", windows[i].id);
      window.Set("title", windows[i].title);
      window.Set("windowClass", windows[i].window_class);
      window.Set("width", windows[i].width);
      window.Set("height", windows[i].height);
      window.Set("shown", windows[i].shown);
      array.Set(i, window);
    }
    return array;
  });
}

}  // namespace eevee
