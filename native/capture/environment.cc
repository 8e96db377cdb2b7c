#include "capture/environment.h"

namespace eevee {
namespace {

template <typename T>
bool Give(void* data, T value) {
  if (data == nullptr) return false;
  *static_cast<T*>(data) = value;
  return true;
}

template <typename T>
const T& Taken(const void* data) {
  return *static_cast<const T*>(data);
}

bool MayLackData(unsigned command) {
  switch (command) {
    case LR_GET_INPUT_BITMASKS:
    case LR_SHUTDOWN:
    case LR_SET_DISK_CONTROL_INTERFACE:
    case LR_SET_KEYBOARD_CALLBACK:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool Environment::Answer(unsigned command, void* data, lr_log_function log) {
  if (data == nullptr && !MayLackData(command)) return false;
  switch (command) {
    case LR_GET_CAN_DUPE:
      // Gambatte dereferences a null picture where this is refused.
      return Give(data, true);
    case LR_SET_PIXEL_FORMAT: {
      const auto wanted = Taken<lr_pixel_format>(data);
      if (wanted != LR_PIXEL_0RGB1555 && wanted != LR_PIXEL_XRGB8888 && wanted != LR_PIXEL_RGB565) {
        return false;
      }
      format = static_cast<PixelFormat>(wanted);
      return true;
    }
    case LR_SET_SYSTEM_AV_INFO:
      return SetAvInfo(Taken<lr_av_info>(data));
    case LR_SET_GEOMETRY:
      return SetGeometry(Taken<lr_geometry>(data));
    case LR_SET_ROTATION:
      return Taken<unsigned>(data) == 0;

    case LR_GET_SYSTEM_DIRECTORY:
    case LR_GET_CORE_ASSETS_DIRECTORY:
      return Give(data, system_dir_.c_str());
    case LR_GET_SAVE_DIRECTORY:
      return Give(data, save_dir_.c_str());
    case LR_GET_LIBRETRO_PATH:
      return Give(data, core_path_.c_str());

    case LR_GET_CORE_OPTIONS_VERSION:
      return Give(data, 2u);
    case LR_SET_VARIABLES:
      options.Declare(static_cast<const lr_variable*>(data));
      return true;
    case LR_SET_CORE_OPTIONS:
      options.Declare(static_cast<const lr_option_v1*>(data));
      return true;
    case LR_SET_CORE_OPTIONS_INTL:
      options.Declare(Taken<lr_options_v1_intl>(data).english);
      return true;
    case LR_SET_CORE_OPTIONS_V2:
      options.Declare(Taken<lr_options_v2>(data).options);
      return true;
    case LR_SET_CORE_OPTIONS_V2_INTL: {
      const lr_options_v2* english = Taken<lr_options_v2_intl>(data).english;
      if (english == nullptr) return false;
      options.Declare(english->options);
      return true;
    }
    case LR_GET_VARIABLE: {
      auto& variable = *static_cast<lr_variable*>(data);
      variable.value = options.Value(variable.key);
      return variable.value != nullptr;
    }
    case LR_GET_VARIABLE_UPDATE:
      return Give(data, false);

    case LR_SET_MEMORY_MAPS:
      memory.Declare(Taken<lr_memory_map>(data));
      return true;
    case LR_GET_LOG_INTERFACE:
      return Give(data, lr_log_interface{log});
    case LR_SET_MESSAGE:
      core_log.Add(Taken<lr_message>(data).text);
      return true;
    case LR_GET_MESSAGE_INTERFACE_VERSION:
      return Give(data, 1u);
    case LR_SET_MESSAGE_EXT:
      core_log.Add(Taken<lr_message_ext>(data).text);
      return true;

    case LR_GET_INPUT_BITMASKS:
      if (data != nullptr) return Give(data, true);
      return true;
    case LR_GET_INPUT_DEVICE_CAPABILITIES:
      return Give(data, uint64_t{1} << LR_DEVICE_JOYPAD);
    case LR_GET_INPUT_MAX_USERS:
      return Give(data, 1u);
    case LR_GET_LANGUAGE:
      return Give(data, LR_LANGUAGE_ENGLISH);
    case LR_GET_AUDIO_VIDEO_ENABLE:
      return Give(data, LR_ENABLE_VIDEO | LR_ENABLE_AUDIO);
    case LR_GET_FASTFORWARDING:
      // Always told "no", so that a core emulates the same whichever clock drives it.
      return Give(data, false);
    case LR_SHUTDOWN:
      shutdown = true;
      return true;

    // Told to us for a user interface that this host is not; taken note of by ignoring them.
    case LR_SET_PERFORMANCE_LEVEL:
    case LR_SET_INPUT_DESCRIPTORS:
    case LR_SET_CONTROLLER_INFO:
    case LR_SET_SUBSYSTEM_INFO:
    case LR_SET_SUPPORT_NO_GAME:
    case LR_SET_SUPPORT_ACHIEVEMENTS:
    case LR_SET_SERIALIZATION_QUIRKS:
    case LR_SET_CORE_OPTIONS_DISPLAY:
    case LR_SET_CORE_OPTIONS_UPDATE_DISPLAY_CALLBACK:
    case LR_SET_KEYBOARD_CALLBACK:
    case LR_SET_DISK_CONTROL_INTERFACE:
      return true;
    default:
      return false;
  }
}

bool Environment::SetAvInfo(const lr_av_info& info) {
  if (!loaded_) return true;  // The host asks for it once the game is loaded.
  // The frame ring was laid out for the largest picture first declared.
  const lr_geometry limit = av_info.geometry;
  if (info.geometry.max_width > limit.max_width || info.geometry.max_height > limit.max_height) {
    return false;
  }
  av_info = info;
  av_info.geometry.max_width = limit.max_width;
  av_info.geometry.max_height = limit.max_height;
  return true;
}

bool Environment::SetGeometry(const lr_geometry& geometry) {
  if (!loaded_) return true;
  if (geometry.base_width > av_info.geometry.max_width ||
      geometry.base_height > av_info.geometry.max_height) {
    return false;
  }
  av_info.geometry.base_width = geometry.base_width;
  av_info.geometry.base_height = geometry.base_height;
  av_info.geometry.aspect_ratio = geometry.aspect_ratio;
  return true;
}

}  // namespace eevee
