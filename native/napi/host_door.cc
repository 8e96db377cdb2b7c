#include "napi/host_door.h"

#include "napi/inspect_core.h"
#include "napi/to_js.h"

namespace eevee {
namespace {

std::vector<uint8_t> BytesOf(const Napi::Value& value) {
  const auto array = value.As<Napi::Uint8Array>();
  return {array.Data(), array.Data() + array.ByteLength()};
}

Host::Options OptionsOf(const Napi::Object& given) {
  Host::Options options;
  options.load.core = given.Get("core").As<Napi::String>();
  options.load.rom = given.Get("rom").As<Napi::String>();
  options.load.system_dir = given.Get("systemDir").As<Napi::String>();
  options.load.save_dir = given.Get("saveDir").As<Napi::String>();
  const auto setup = given.Get("setup").As<Napi::Array>();
  for (uint32_t i = 0; i < setup.Length(); ++i) {
    const auto write = setup.Get(i).As<Napi::Object>();
    options.load.setup.push_back({.address = write.Get("address").As<Napi::Number>().Uint32Value(),
                                  .bytes = BytesOf(write.Get("bytes"))});
  }
  const auto chosen = given.Get("options").As<Napi::Object>();
  const Napi::Array keys = chosen.GetPropertyNames();
  for (uint32_t i = 0; i < keys.Length(); ++i) {
    const std::string key = keys.Get(i).As<Napi::String>();
    options.load.options[key] = chosen.Get(key).As<Napi::String>();
  }
  options.hang_timeout =
      std::chrono::milliseconds(given.Get("hangTimeoutMs").As<Napi::Number>().Int64Value());
  return options;
}

Napi::Object ToObject(Napi::Env env, const Host::Saved& saved) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("frame", static_cast<double>(saved.frame));
  object.Set("bytes", static_cast<double>(saved.bytes));
  return object;
}

}  // namespace

Napi::Function HostDoor::Define(Napi::Env env) {
  return DefineClass(env, "Host",
                     {
                         InstanceMethod<&HostDoor::Info>("info"),
                         InstanceMethod<&HostDoor::RingBytes>("ringBytes"),
                         InstanceMethod<&HostDoor::AttachRing>("attachRing"),
                         InstanceMethod<&HostDoor::AttachEyes>("attachEyes"),
                         InstanceMethod<&HostDoor::Run>("run"),
                         InstanceMethod<&HostDoor::SetButtons>("setButtons"),
                         InstanceMethod<&HostDoor::StartClock>("startClock"),
                         InstanceMethod<&HostDoor::SetSpeed>("setSpeed"),
                         InstanceMethod<&HostDoor::StopClock>("stopClock"),
                         InstanceMethod<&HostDoor::SaveState>("saveState"),
                         InstanceMethod<&HostDoor::LoadState>("loadState"),
                         InstanceMethod<&HostDoor::KeepState>("keepState"),
                         InstanceMethod<&HostDoor::RecallState>("recallState"),
                         InstanceMethod<&HostDoor::WriteKept>("writeKept"),
                         InstanceMethod<&HostDoor::DropKept>("dropKept"),
                         InstanceMethod<&HostDoor::KeptBytes>("keptBytes"),
                         InstanceMethod<&HostDoor::TakeInputs>("takeInputs"),
                         InstanceMethod<&HostDoor::ReadAudio>("readAudio"),
                         InstanceMethod<&HostDoor::Metrics>("metrics"),
                         InstanceMethod<&HostDoor::ResetMetrics>("resetMetrics"),
                         InstanceMethod<&HostDoor::Close>("close"),
#ifdef EEVEE_TOOLS
                         InstanceMethod<&HostDoor::ReadMemory>("readMemory"),
                         InstanceMethod<&HostDoor::WriteMemory>("writeMemory"),
                         InstanceMethod<&HostDoor::MemoryMap>("memoryMap"),
                         InstanceMethod<&HostDoor::Serialize>("serialize"),
                         InstanceMethod<&HostDoor::Unserialize>("unserialize"),
#endif
                     });
}

HostDoor::HostDoor(const Napi::CallbackInfo& info) : Napi::ObjectWrap<HostDoor>(info) {
  Guarded(info.Env(), [&] { host_ = Host::Open(OptionsOf(info[0].As<Napi::Object>())); });
}

Napi::Value HostDoor::Info(const Napi::CallbackInfo& info) {
  const auto& [core, av] = host_->info();
  Napi::Object object = Napi::Object::New(info.Env());
  object.Set("core", ToObject(info.Env(), core));
  object.Set("fps", av.timing.fps);
  object.Set("sampleRate", av.timing.sample_rate);
  object.Set("width", av.geometry.base_width);
  object.Set("height", av.geometry.base_height);
  object.Set("maxWidth", av.geometry.max_width);
  object.Set("maxHeight", av.geometry.max_height);
  return object;
}

Napi::Value HostDoor::RingBytes(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(host_->RingBytes()));
}

Napi::Value HostDoor::AttachRing(const Napi::CallbackInfo& info) {
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

Napi::Value HostDoor::AttachEyes(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->AttachEyes(ToEyesModel(info));
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::Run(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->Run(info[0].As<Napi::Number>().Uint32Value(),
               static_cast<uint16_t>(info[1].As<Napi::Number>().Uint32Value()));
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::SetButtons(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->SetButtons(static_cast<uint16_t>(info[0].As<Napi::Number>().Uint32Value()));
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::StartClock(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->StartClock(info[0].As<Napi::Number>());
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::SetSpeed(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->SetSpeed(info[0].As<Napi::Number>());
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::StopClock(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->StopClock();
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::SaveState(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    return ToObject(info.Env(), host_->SaveState(info[0].As<Napi::String>()));
  });
}

Napi::Value HostDoor::LoadState(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    Napi::Object object = Napi::Object::New(info.Env());
    object.Set("frame", static_cast<double>(host_->LoadState(info[0].As<Napi::String>())));
    return object;
  });
}

Napi::Value HostDoor::KeepState(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    const auto kept = host_->KeepState();
    Napi::Object object = Napi::Object::New(info.Env());
    object.Set("id", kept.id);
    object.Set("frame", static_cast<double>(kept.frame));
    return object;
  });
}

Napi::Value HostDoor::RecallState(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->RecallState(info[0].As<Napi::Number>().Uint32Value());
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::WriteKept(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    return ToObject(info.Env(), host_->WriteKept(info[0].As<Napi::Number>().Uint32Value(),
                                                 info[1].As<Napi::String>()));
  });
}

Napi::Value HostDoor::DropKept(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->DropKept(info[0].As<Napi::Number>().Uint32Value());
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::KeptBytes(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    return Napi::Number::New(info.Env(), static_cast<double>(host_->kept_bytes()));
  });
}

Napi::Value HostDoor::TakeInputs(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    const auto runs = host_->TakeInputs();
    Napi::Array array = Napi::Array::New(info.Env(), runs.size());
    for (uint32_t i = 0; i < runs.size(); ++i) {
      Napi::Object run = Napi::Object::New(info.Env());
      run.Set("frames", runs[i].frames);
      run.Set("buttons", uint32_t{runs[i].buttons});
      array.Set(i, run);
    }
    return array;
  });
}

Napi::Value HostDoor::ReadAudio(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    auto into = info[0].As<Napi::Int16Array>();
    const size_t pairs = host_->ReadAudio(into.Data(), into.ElementLength() / 2);
    return Napi::Number::New(info.Env(), static_cast<double>(pairs * 2));
  });
}

Napi::Value HostDoor::Metrics(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    const Napi::Env env = info.Env();
    const auto metrics = host_->ReadMetrics();
    Napi::Object stages = Napi::Object::New(env);
    stages.Set("late", ToObject(env, metrics.stages[Host::kLate]));
    stages.Set("core", ToObject(env, metrics.stages[Host::kCore]));
    stages.Set("preprocess", ToObject(env, metrics.stages[Host::kPreprocess]));
    stages.Set("publish", ToObject(env, metrics.stages[Host::kPublish]));
    stages.Set("infer", ToObject(env, metrics.stages[Host::kInfer]));
    stages.Set("path", ToObject(env, metrics.stages[Host::kPath]));
    stages.Set("age", ToObject(env, metrics.stages[Host::kAge]));
    stages.Set("work", ToObject(env, metrics.stages[Host::kWork]));
    Napi::Object object = Napi::Object::New(env);
    object.Set("frames", static_cast<double>(metrics.frames));
    object.Set("lateFrames", static_cast<double>(metrics.late_frames));
    object.Set("lostFrames", static_cast<double>(metrics.lost_frames));
    object.Set("driftFrames", metrics.drift_frames);
    object.Set("audioDropped", static_cast<double>(metrics.audio_dropped));
    object.Set("stages", stages);
    return object;
  });
}

Napi::Value HostDoor::ResetMetrics(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->ResetMetrics();
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::Close(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->Close();
    ring_.Reset();
    return info.Env().Undefined();
  });
}

}  // namespace eevee
