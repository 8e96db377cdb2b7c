// The verbs of the tools' door alone; only that binary is built from this file.
#include "napi/host_door.h"
#include "napi/to_js.h"

namespace eevee {
namespace {

Napi::Uint8Array ToBytes(Napi::Env env, const std::vector<uint8_t>& bytes) {
  Napi::Uint8Array array = Napi::Uint8Array::New(env, bytes.size());
  std::copy(bytes.begin(), bytes.end(), array.Data());
  return array;
}

std::vector<uint8_t> BytesOf(const Napi::Value& value) {
  const auto array = value.As<Napi::Uint8Array>();
  return {array.Data(), array.Data() + array.ByteLength()};
}

}  // namespace

Napi::Value HostDoor::ReadMemory(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    return ToBytes(info.Env(), host_->ReadMemory(info[0].As<Napi::Number>().Uint32Value(),
                                                 info[1].As<Napi::Number>().Uint32Value()));
  });
}

Napi::Value HostDoor::WriteMemory(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->WriteMemory(info[0].As<Napi::Number>().Uint32Value(), BytesOf(info[1]));
    return info.Env().Undefined();
  });
}

Napi::Value HostDoor::MemoryMap(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    const auto regions = host_->ReadMemoryMap();
    Napi::Array array = Napi::Array::New(info.Env(), regions.size());
    for (uint32_t i = 0; i < regions.size(); ++i) {
      Napi::Object region = Napi::Object::New(info.Env());
      region.Set("start", static_cast<double>(regions[i].start));
      region.Set("length", static_cast<double>(regions[i].length));
      region.Set("writable", regions[i].writable);
      region.Set("name", regions[i].name);
      array.Set(i, region);
    }
    return array;
  });
}

Napi::Value HostDoor::Serialize(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] { return ToBytes(info.Env(), host_->Serialize()); });
}

Napi::Value HostDoor::Unserialize(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&] {
    host_->Unserialize(BytesOf(info[0]));
    return info.Env().Undefined();
  });
}

}  // namespace eevee
