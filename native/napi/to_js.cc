#include "napi/to_js.h"

namespace eevee {

EyesModel ToEyesModel(const Napi::CallbackInfo& info) {
  const auto bytes = [&](size_t index) -> std::span<const uint8_t> {
    if (!info[index].IsTypedArray()) return {};
    const auto array = info[index].As<Napi::Uint8Array>();
    return {array.Data(), array.ByteLength()};
  };
  const auto number = [&](size_t index) { return info[index].As<Napi::Number>().Uint32Value(); };
  return {.onnx = bytes(0),
          .modes = number(1),
          .classes = number(2),
          .letters = bytes(3),
          .text = number(4)};
}

Napi::Array ToArray(Napi::Env env, const std::vector<std::string>& texts) {
  Napi::Array array = Napi::Array::New(env, texts.size());
  for (uint32_t i = 0; i < texts.size(); ++i) array.Set(i, Napi::String::New(env, texts[i]));
  return array;
}

Napi::Object ToObject(Napi::Env env, const Histogram::Stats& stats) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("count", static_cast<double>(stats.count));
  object.Set("p50", stats.p50 / 1000);
  object.Set("p95", stats.p95 / 1000);
  object.Set("p99", stats.p99 / 1000);
  object.Set("p999", stats.p999 / 1000);
  object.Set("max", stats.max / 1000);
  return object;
}

Napi::Error ToError(Napi::Env env, const Problem& problem) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("code", problem.code);
  object.Set("message", problem.message);
  object.Set("remedy", problem.remedy);
  if (!problem.field.empty()) object.Set("field", problem.field);
  if (!problem.value.empty()) object.Set("value", problem.value);
  if (!problem.allowed.empty()) object.Set("allowed", ToArray(env, problem.allowed));
  if (!problem.tried.empty()) object.Set("tried", ToArray(env, problem.tried));
  if (!problem.command.empty()) object.Set("command", problem.command);
  Napi::Error error = Napi::Error::New(env, problem.message);
  error.Set("name", "EeveeError");
  error.Set("problem", object);
  return error;
}

}  // namespace eevee
