#include "napi/infer_door.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "napi/to_js.h"

namespace eevee {
namespace {

using Clock = std::chrono::steady_clock;

/// InputInfo or OutputInfo in its JavaScript shape.
template <typename Info>
Napi::Object ToObject(Napi::Env env, const Info& info) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("name", info.name);
  Napi::Array dims = Napi::Array::New(env, info.dims.size());
  for (uint32_t i = 0; i < info.dims.size(); ++i) {
    dims.Set(i, Napi::Number::New(env, static_cast<double>(info.dims[i])));
  }
  object.Set("dims", dims);
  object.Set("elements", static_cast<double>(info.elements));
  object.Set("scale", info.scale);
  object.Set("zero", info.zero);
  return object;
}

template <typename Info>
Napi::Array ToArray(Napi::Env env, const std::vector<Info>& list) {
  Napi::Array array = Napi::Array::New(env, list.size());
  for (uint32_t i = 0; i < list.size(); ++i) array.Set(i, ToObject(env, list[i]));
  return array;
}

}  // namespace

Napi::Function InferDoor::Define(Napi::Env env) {
  return DefineClass(
      env, "Network",
      {InstanceMethod<&InferDoor::Run>("run"), InstanceMethod<&InferDoor::TimeRuns>("timeRuns"),
       InstanceMethod<&InferDoor::Inputs>("inputs"), InstanceMethod<&InferDoor::Outputs>("outputs"),
       InstanceMethod<&InferDoor::Isa>("isa"), InstanceMethod<&InferDoor::Macs>("macs")});
}

InferDoor::InferDoor(const Napi::CallbackInfo& info) : ObjectWrap(info) {
  Guarded(info.Env(), [&] {
    const auto bytes = info[0].As<Napi::Uint8Array>();
    runner_ =
        std::make_unique<infer::Runner>(infer::Network::Load({bytes.Data(), bytes.ByteLength()}),
                                        info[1].As<Napi::Number>().Int32Value());
  });
}

Napi::Value InferDoor::Run(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&]() -> Napi::Value {
    const auto given = info[0].As<Napi::Array>();
    const int batch = info[1].As<Napi::Number>().Int32Value();
    const auto& network = runner_->network();
    for (uint32_t i = 0; i < network.inputs().size(); ++i) {
      const auto bytes = given.Get(i).As<Napi::Uint8Array>();
      const auto input = runner_->input(static_cast<int>(i));
      std::copy_n(bytes.Data(), std::min(bytes.ByteLength(), input.size()), input.data());
    }
    runner_->Run(batch);
    Napi::Array outputs = Napi::Array::New(info.Env(), network.outputs().size());
    for (uint32_t i = 0; i < network.outputs().size(); ++i) {
      const size_t count = network.outputs()[i].elements * static_cast<size_t>(batch);
      auto values = Napi::Float32Array::New(info.Env(), count);
      std::copy_n(runner_->output(static_cast<int>(i)).data(), count, values.Data());
      outputs.Set(i, values);
    }
    return outputs;
  });
}

Napi::Value InferDoor::TimeRuns(const Napi::CallbackInfo& info) {
  return Guarded(info.Env(), [&]() -> Napi::Value {
    const auto runs = static_cast<size_t>(info[0].As<Napi::Number>().Int64Value());
    const std::chrono::microseconds pause(info[1].As<Napi::Number>().Int64Value());
    const int batch = info[2].As<Napi::Number>().Int32Value();
    auto times = Napi::Float64Array::New(info.Env(), runs);
    Clock::time_point due = Clock::now();
    for (size_t i = 0; i < runs; ++i) {
      if (pause.count() > 0) std::this_thread::sleep_until(due += pause);
      const Clock::time_point begin = Clock::now();
      runner_->Run(batch);
      times[i] = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
    }
    return times;
  });
}

Napi::Value InferDoor::Inputs(const Napi::CallbackInfo& info) {
  return ToArray(info.Env(), runner_->network().inputs());
}

Napi::Value InferDoor::Outputs(const Napi::CallbackInfo& info) {
  return ToArray(info.Env(), runner_->network().outputs());
}

Napi::Value InferDoor::Isa(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), runner_->network().isa());
}

Napi::Value InferDoor::Macs(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(runner_->network().macs()));
}

}  // namespace eevee
