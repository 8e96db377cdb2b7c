/*
 * The part of the libretro binary interface that the host and the test cores use, declared in our
 * own words. Names and comments are ours; layouts and numbers are the interface's (libretro API
 * version 1, as cores from 2012 to today are built against it). Plain C, because the test cores are
 * C.
 */
#ifndef EEVEE_LIBRETRO_ABI_H
#define EEVEE_LIBRETRO_ABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LR_API_VERSION 1u

/* Input: one joypad; the numbers name its buttons. */
#define LR_DEVICE_JOYPAD 1u
enum lr_joypad {
  LR_JOYPAD_B = 0,
  LR_JOYPAD_SELECT = 2,
  LR_JOYPAD_START = 3,
  LR_JOYPAD_UP = 4,
  LR_JOYPAD_DOWN = 5,
  LR_JOYPAD_LEFT = 6,
  LR_JOYPAD_RIGHT = 7,
  LR_JOYPAD_A = 8,
  LR_JOYPAD_L = 10,
  LR_JOYPAD_R = 11,
  /* Asks for all buttons at once, as bits. */
  LR_JOYPAD_MASK = 256
};

/* Memory blocks that a core hands out as a pointer. */
enum lr_memory { LR_MEMORY_SAVE_RAM = 0, LR_MEMORY_RTC = 1, LR_MEMORY_SYSTEM_RAM = 2 };

enum lr_pixel_format { LR_PIXEL_0RGB1555 = 0, LR_PIXEL_XRGB8888 = 1, LR_PIXEL_RGB565 = 2 };

/* What a core may ask through its environment callback. */
#define LR_EXPERIMENTAL 0x10000u
enum lr_environment {
  LR_SET_ROTATION = 1,
  LR_GET_CAN_DUPE = 3,
  LR_SET_MESSAGE = 6,
  LR_SHUTDOWN = 7,
  LR_SET_PERFORMANCE_LEVEL = 8,
  LR_GET_SYSTEM_DIRECTORY = 9,
  LR_SET_PIXEL_FORMAT = 10,
  LR_SET_INPUT_DESCRIPTORS = 11,
  LR_SET_KEYBOARD_CALLBACK = 12,
  LR_SET_DISK_CONTROL_INTERFACE = 13,
  LR_GET_VARIABLE = 15,
  LR_SET_VARIABLES = 16,
  LR_GET_VARIABLE_UPDATE = 17,
  LR_SET_SUPPORT_NO_GAME = 18,
  LR_GET_LIBRETRO_PATH = 19,
  LR_GET_INPUT_DEVICE_CAPABILITIES = 24,
  LR_GET_LOG_INTERFACE = 27,
  LR_GET_CORE_ASSETS_DIRECTORY = 30,
  LR_GET_SAVE_DIRECTORY = 31,
  LR_SET_SYSTEM_AV_INFO = 32,
  LR_SET_SUBSYSTEM_INFO = 34,
  LR_SET_CONTROLLER_INFO = 35,
  LR_SET_GEOMETRY = 37,
  LR_GET_LANGUAGE = 39,
  LR_SET_SERIALIZATION_QUIRKS = 44,
  LR_GET_FASTFORWARDING = 49 | LR_EXPERIMENTAL,
  LR_GET_CORE_OPTIONS_VERSION = 52,
  LR_SET_CORE_OPTIONS = 53,
  LR_SET_CORE_OPTIONS_INTL = 54,
  LR_SET_CORE_OPTIONS_DISPLAY = 55,
  LR_GET_MESSAGE_INTERFACE_VERSION = 59,
  LR_SET_MESSAGE_EXT = 60,
  LR_GET_INPUT_MAX_USERS = 61,
  LR_SET_CORE_OPTIONS_V2 = 67,
  LR_SET_CORE_OPTIONS_V2_INTL = 68,
  LR_SET_CORE_OPTIONS_UPDATE_DISPLAY_CALLBACK = 69,
  LR_SET_MEMORY_MAPS = 36 | LR_EXPERIMENTAL,
  LR_SET_SUPPORT_ACHIEVEMENTS = 42 | LR_EXPERIMENTAL,
  LR_GET_AUDIO_VIDEO_ENABLE = 47 | LR_EXPERIMENTAL,
  LR_GET_INPUT_BITMASKS = 51 | LR_EXPERIMENTAL
};

#define LR_LANGUAGE_ENGLISH 0u
#define LR_ENABLE_VIDEO 1
#define LR_ENABLE_AUDIO 2

struct lr_system_info {
  const char* name;
  const char* version;
  /* Separated by '|'. */
  const char* extensions;
  /* The core opens the file itself and wants no bytes. */
  bool needs_full_path;
  bool blocks_extraction;
};

struct lr_geometry {
  unsigned base_width;
  unsigned base_height;
  unsigned max_width;
  unsigned max_height;
  float aspect_ratio;
};

struct lr_timing {
  double fps;
  double sample_rate;
};

struct lr_av_info {
  struct lr_geometry geometry;
  struct lr_timing timing;
};

struct lr_game_info {
  const char* path;
  const void* data;
  size_t size;
  const char* meta;
};

struct lr_variable {
  const char* key;
  const char* value;
};

struct lr_message {
  const char* text;
  unsigned frames;
};

struct lr_message_ext {
  const char* text;
  unsigned duration_ms;
  unsigned priority;
  int level;
  int target;
  int type;
  int8_t progress;
};

/* Core options: version 0 is an lr_variable whose value reads "Title; default|other|…". */
#define LR_OPTION_VALUES 128
struct lr_option_value {
  const char* value;
  const char* label;
};

struct lr_option_v1 {
  const char* key;
  const char* title;
  const char* info;
  struct lr_option_value values[LR_OPTION_VALUES];
  const char* default_value;
};

struct lr_options_v1_intl {
  const struct lr_option_v1* english;
  const struct lr_option_v1* local;
};

struct lr_option_v2 {
  const char* key;
  const char* title;
  const char* title_in_category;
  const char* info;
  const char* info_in_category;
  const char* category;
  struct lr_option_value values[LR_OPTION_VALUES];
  const char* default_value;
};

struct lr_option_category {
  const char* key;
  const char* title;
  const char* info;
};

struct lr_options_v2 {
  const struct lr_option_category* categories;
  const struct lr_option_v2* options;
};

struct lr_options_v2_intl {
  const struct lr_options_v2* english;
  const struct lr_options_v2* local;
};

/* One piece of the emulated machine's address space. */
#define LR_REGION_CONSTANT (UINT64_C(1) << 0)
#define LR_REGION_SYSTEM_RAM (UINT64_C(1) << 2)
#define LR_REGION_SAVE_RAM (UINT64_C(1) << 3)
#define LR_REGION_VIDEO_RAM (UINT64_C(1) << 4)
struct lr_region {
  uint64_t flags;
  void* data;
  size_t offset;
  size_t start;
  /* Address bits that must equal those of `start`; 0: a plain range of `length` bytes. */
  size_t select;
  /* Address bits that the region's chip does not see. */
  size_t disconnect;
  size_t length;
  const char* space;
};

struct lr_memory_map {
  const struct lr_region* regions;
  unsigned count;
};

typedef void (*lr_log_function)(int level, const char* format, ...);
struct lr_log_interface {
  lr_log_function log;
};

typedef bool (*lr_environment_function)(unsigned command, void* data);
/* `pixels` NULL: the picture is the last one again. `pitch`: bytes from one row to the next. */
typedef void (*lr_video_function)(const void* pixels, unsigned width, unsigned height,
                                  size_t pitch);
typedef void (*lr_audio_sample_function)(int16_t left, int16_t right);
typedef size_t (*lr_audio_batch_function)(const int16_t* samples, size_t frames);
typedef void (*lr_input_poll_function)(void);
typedef int16_t (*lr_input_state_function)(unsigned port, unsigned device, unsigned index,
                                           unsigned id);

#ifdef __cplusplus
}
#endif

#endif
