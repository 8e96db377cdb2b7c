/*
 * A deterministic machine for tests: what it shows follows from the frame's number, the buttons
 * held and one byte of its memory. Its ROM is text of `key=value` lines:
 *
 *   format=rgb565|xrgb8888|0rgb1555   pixel format (rgb565)
 *   width=160 height=144              picture; max_width, max_height: largest declared (the same)
 *   padding=0                         bytes between the rows
 *   fps=60                            frames a second
 *   dupe_every=0                      every n-th frame repeats the last picture
 *   geometry_every=0                  every n frames the picture changes size, to half of it and
 * back av_info_every=0                   the same through SET_SYSTEM_AV_INFO, asking for twice the
 * rate audio=546                         stereo pairs a frame: a counter left, its negative right
 *   memory=map|ram|none               how it hands its memory out (map)
 *   battery=32                        bytes of battery memory; byte 0 counts frames
 *   options=2                         layout of its one option, synthetic_tint=none|red: 0, 1 or 2
 *   oversize_at=0                     sends a picture larger than declared at that frame
 *   shutdown_at=0                     asks to be shut down at that frame
 *   refuse=0                          refuses the game, with a log line
 *   slow_us=0                         busy for so many microseconds a frame
 *
 * Memory (8 KB at 0xC000): 0–3 frames run, 4–5 buttons as libretro bits, 6–7 position, 16 tint of
 * the picture.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "capture/libretro_abi.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { MAX_SIDE = 512, MAX_PADDING = 256, RAM_BYTES = 8192, ROM_BYTES = 256, MAX_BATTERY = 4096 };

static lr_environment_function environment;
static lr_video_function video;
static lr_audio_batch_function audio_batch;
static lr_input_poll_function input_poll;
static lr_input_state_function input_state;

static struct {
  char format[16];
  char memory[8];
  unsigned width, height, max_width, max_height, padding, fps, dupe_every, geometry_every;
  unsigned av_info_every, audio, battery, options, oversize_at, shutdown_at, refuse, slow_us;
} rom;

static struct {
  uint8_t ram[RAM_BYTES];
  uint8_t battery[MAX_BATTERY];
  uint32_t frame;
  uint32_t audio_counter;
} machine;

static uint8_t rom_bytes[ROM_BYTES];
static uint8_t picture[(MAX_SIDE * 4 + MAX_PADDING) * MAX_SIDE];
static bool bitmasks;
static bool red;

/* --- the ROM's text --- */

static const char* find_value(const char* text, const char* key) {
  const size_t length = strlen(key);
  for (const char* line = text; line != NULL && *line != '\0';) {
    if (strncmp(line, key, length) == 0 && line[length] == '=') return line + length + 1;
    line = strchr(line, '\n');
    if (line != NULL) ++line;
  }
  return NULL;
}

static unsigned number(const char* text, const char* key, unsigned standard, unsigned largest) {
  const char* value = find_value(text, key);
  const unsigned long parsed = value != NULL ? strtoul(value, NULL, 10) : standard;
  return parsed > largest ? largest : (unsigned)parsed;
}

static void word(const char* text, const char* key, const char* standard, char* into, size_t size) {
  const char* value = find_value(text, key);
  if (value == NULL) value = standard;
  size_t i = 0;
  for (; i + 1 < size && value[i] != '\0' && value[i] != '\n'; ++i) into[i] = value[i];
  into[i] = '\0';
}

static void read_rom(const char* text) {
  word(text, "format", "rgb565", rom.format, sizeof rom.format);
  word(text, "memory", "map", rom.memory, sizeof rom.memory);
  rom.width = number(text, "width", 160, MAX_SIDE);
  rom.height = number(text, "height", 144, MAX_SIDE);
  rom.max_width = number(text, "max_width", rom.width, MAX_SIDE);
  rom.max_height = number(text, "max_height", rom.height, MAX_SIDE);
  rom.padding = number(text, "padding", 0, MAX_PADDING);
  rom.fps = number(text, "fps", 60, 100000);
  rom.dupe_every = number(text, "dupe_every", 0, 1000000);
  rom.geometry_every = number(text, "geometry_every", 0, 1000000);
  rom.av_info_every = number(text, "av_info_every", 0, 1000000);
  rom.audio = number(text, "audio", 546, 4096);
  rom.battery = number(text, "battery", 32, MAX_BATTERY);
  rom.options = number(text, "options", 2, 2);
  rom.oversize_at = number(text, "oversize_at", 0, 1000000);
  rom.shutdown_at = number(text, "shutdown_at", 0, 1000000);
  rom.refuse = number(text, "refuse", 0, 1);
  rom.slow_us = number(text, "slow_us", 0, 10000000);
}

/* --- what it declares --- */

static void declare_option(void) {
  static const struct lr_variable v0[] = {{"synthetic_tint", "Tint; none|red"}, {NULL, NULL}};
  static struct lr_option_v1 v1[2];
  static struct lr_option_v2 v2[2];
  static const struct lr_options_v2 v2_list = {NULL, v2};
  v1[0] = (struct lr_option_v1){.key = "synthetic_tint",
                                .title = "Tint",
                                .values = {{"none", NULL}, {"red", NULL}, {NULL, NULL}},
                                .default_value = "none"};
  v2[0] = (struct lr_option_v2){.key = "synthetic_tint",
                                .title = "Tint",
                                .values = {{"none", NULL}, {"red", NULL}, {NULL, NULL}},
                                .default_value = "none"};
  if (rom.options == 0) environment(LR_SET_VARIABLES, (void*)v0);
  if (rom.options == 1) environment(LR_SET_CORE_OPTIONS, v1);
  if (rom.options == 2) environment(LR_SET_CORE_OPTIONS_V2, (void*)&v2_list);

  struct lr_variable tint = {"synthetic_tint", NULL};
  red = environment(LR_GET_VARIABLE, &tint) && tint.value != NULL && strcmp(tint.value, "red") == 0;
}

static void declare_memory(void) {
  static struct lr_region regions[2];
  if (strcmp(rom.memory, "map") != 0) return;
  regions[0] = (struct lr_region){
      .flags = LR_REGION_CONSTANT, .data = rom_bytes, .start = 0, .length = ROM_BYTES};
  /* Mirrored at 0xE000, as on the real machine: address bit 13 is not connected. */
  regions[1] = (struct lr_region){.flags = LR_REGION_SYSTEM_RAM,
                                  .data = machine.ram,
                                  .start = 0xC000,
                                  .select = 0xC000,
                                  .disconnect = 0x2000,
                                  .length = RAM_BYTES};
  const struct lr_memory_map map = {regions, 2};
  environment(LR_SET_MEMORY_MAPS, (void*)&map);
}

static void say(const char* text) {
  struct lr_log_interface interface;
  if (environment(LR_GET_LOG_INTERFACE, &interface)) interface.log(3, "%s\n", text);
}

/* --- one frame --- */

static uint16_t held_buttons(void) {
  input_poll();
  if (bitmasks) return (uint16_t)input_state(0, LR_DEVICE_JOYPAD, 0, LR_JOYPAD_MASK);
  uint16_t bits = 0;
  for (unsigned id = 0; id < 12; ++id) {
    if (input_state(0, LR_DEVICE_JOYPAD, 0, id) != 0) bits = (uint16_t)(bits | 1u << id);
  }
  return bits;
}

static void put_pixel(uint8_t* at, unsigned r, unsigned g, unsigned b) {
  if (rom.format[0] == 'x') {
    const uint32_t value = r << 16 | g << 8 | b;
    memcpy(at, &value, sizeof value);
    return;
  }
  const unsigned wide = rom.format[0] == 'r' ? 6 : 5;
  const uint16_t value = (uint16_t)((r >> 3) << (5 + wide) | (g >> (8 - wide)) << 5 | b >> 3);
  memcpy(at, &value, sizeof value);
}

static void draw(unsigned width, unsigned height, size_t pitch, size_t pixel_bytes) {
  const unsigned frame = machine.frame;
  const unsigned held = machine.ram[4] | (unsigned)machine.ram[5] << 8;
  for (unsigned y = 0; y < height; ++y) {
    for (unsigned x = 0; x < width; ++x) {
      const bool player = x / 8 == machine.ram[6] % 20u && y / 8 == machine.ram[7] % 18u;
      const unsigned r = player || red ? 255 : (x * 3 + frame) & 255;
      const unsigned g = player ? 255 : (y * 5 + held) & 255;
      const unsigned b = ((x ^ y) + frame * 7 + machine.ram[16]) & 255;
      put_pixel(picture + y * pitch + x * pixel_bytes, r, g, b);
    }
  }
}

static void play_sound(void) {
  static int16_t samples[2 * 4096];
  for (unsigned i = 0; i < rom.audio; ++i) {
    const int16_t value = (int16_t)(machine.audio_counter++ & 0x7FFF);
    samples[2 * i] = value;
    samples[2 * i + 1] = (int16_t)-value;
  }
  audio_batch(samples, rom.audio);
}

static bool at(unsigned every) { return every != 0 && machine.frame % every == every - 1; }

static struct lr_av_info av_info_now(void) {
  const bool small = (rom.geometry_every != 0 && machine.frame / rom.geometry_every % 2 == 1) ||
                     (rom.av_info_every != 0 && machine.frame / rom.av_info_every % 2 == 1);
  const unsigned shrink = small ? 2 : 1;
  const bool fast = rom.av_info_every != 0 && small;
  return (struct lr_av_info){
      .geometry = {rom.width / shrink, rom.height / shrink, rom.max_width, rom.max_height, 1.0f},
      .timing = {rom.fps * (fast ? 2.0 : 1.0), 32768.0}};
}

static void be_slow(void) {
  if (rom.slow_us == 0) return;
  struct timespec start, now;
  timespec_get(&start, TIME_UTC);
  do {
    timespec_get(&now, TIME_UTC);
  } while ((now.tv_sec - start.tv_sec) * 1000000L + (now.tv_nsec - start.tv_nsec) / 1000 <
           (long)rom.slow_us);
}

EXPORT void retro_run(void) {
  const uint16_t held = held_buttons();
  machine.ram[4] = (uint8_t)held;
  machine.ram[5] = (uint8_t)(held >> 8);
  if (held & 1u << LR_JOYPAD_RIGHT) ++machine.ram[6];
  if (held & 1u << LR_JOYPAD_LEFT) --machine.ram[6];
  if (held & 1u << LR_JOYPAD_DOWN) ++machine.ram[7];
  if (held & 1u << LR_JOYPAD_UP) --machine.ram[7];
  if (rom.battery > 0) machine.battery[0]++;
  be_slow();

  struct lr_av_info info = av_info_now();
  if (rom.geometry_every != 0) environment(LR_SET_GEOMETRY, &info.geometry);
  if (rom.av_info_every != 0) environment(LR_SET_SYSTEM_AV_INFO, &info);
  const size_t pixel_bytes = rom.format[0] == 'x' ? 4 : 2;
  const unsigned width = info.geometry.base_width;
  const size_t pitch = width * pixel_bytes + rom.padding;
  if (rom.oversize_at != 0 && machine.frame == rom.oversize_at) {
    video(picture, rom.max_width + 1, 1, (rom.max_width + 1) * pixel_bytes);
  } else if (at(rom.dupe_every)) {
    video(NULL, width, info.geometry.base_height, pitch);
  } else {
    draw(width, info.geometry.base_height, pitch, pixel_bytes);
    video(picture, width, info.geometry.base_height, pitch);
  }
  play_sound();
  if (rom.shutdown_at != 0 && machine.frame == rom.shutdown_at) environment(LR_SHUTDOWN, NULL);
  ++machine.frame;
  memcpy(machine.ram, &machine.frame, sizeof machine.frame);
}

/* --- the rest of the interface --- */

EXPORT bool retro_load_game(const struct lr_game_info* game) {
  char text[4096];
  if (game == NULL || game->data == NULL) return false;
  const size_t size = game->size < sizeof text - 1 ? game->size : sizeof text - 1;
  memcpy(text, game->data, size);
  text[size] = '\0';
  memcpy(rom_bytes, text, size < ROM_BYTES ? size : ROM_BYTES);
  read_rom(text);
  if (rom.refuse != 0) {
    say("this game was told to be refused");
    return false;
  }
  memset(&machine, 0, sizeof machine);
  enum lr_pixel_format format = LR_PIXEL_RGB565;
  if (rom.format[0] == 'x') format = LR_PIXEL_XRGB8888;
  if (rom.format[0] == '0') format = LR_PIXEL_0RGB1555;
  bool can_dupe = false;
  if (!environment(LR_SET_PIXEL_FORMAT, &format)) return false;
  if (!environment(LR_GET_CAN_DUPE, &can_dupe) || !can_dupe) return false;
  bitmasks = environment(LR_GET_INPUT_BITMASKS, NULL);
  declare_option();
  declare_memory();
  return true;
}

EXPORT unsigned retro_api_version(void) { return LR_API_VERSION; }
EXPORT void retro_set_environment(lr_environment_function f) { environment = f; }
EXPORT void retro_set_video_refresh(lr_video_function f) { video = f; }
EXPORT void retro_set_audio_sample(lr_audio_sample_function f) { (void)f; }
EXPORT void retro_set_audio_sample_batch(lr_audio_batch_function f) { audio_batch = f; }
EXPORT void retro_set_input_poll(lr_input_poll_function f) { input_poll = f; }
EXPORT void retro_set_input_state(lr_input_state_function f) { input_state = f; }
EXPORT void retro_set_controller_port_device(unsigned port, unsigned device) {
  (void)port;
  (void)device;
}
EXPORT void retro_init(void) {}
EXPORT void retro_deinit(void) {}
EXPORT void retro_reset(void) { memset(&machine, 0, sizeof machine); }
EXPORT void retro_unload_game(void) {}
EXPORT void retro_get_system_info(struct lr_system_info* info) {
  memset(info, 0, sizeof *info);
  info->name = "synthetic";
  info->version = "1.0";
  info->extensions = "txt|synthetic";
}
EXPORT void retro_get_system_av_info(struct lr_av_info* info) { *info = av_info_now(); }
EXPORT size_t retro_serialize_size(void) { return sizeof machine; }
EXPORT bool retro_serialize(void* data, size_t size) {
  if (size < sizeof machine) return false;
  memcpy(data, &machine, sizeof machine);
  return true;
}
EXPORT bool retro_unserialize(const void* data, size_t size) {
  if (size != sizeof machine) return false;
  memcpy(&machine, data, sizeof machine);
  return true;
}
EXPORT void* retro_get_memory_data(unsigned id) {
  if (id == LR_MEMORY_SAVE_RAM) return rom.battery > 0 ? machine.battery : NULL;
  return id == LR_MEMORY_SYSTEM_RAM && strcmp(rom.memory, "ram") == 0 ? machine.ram : NULL;
}
EXPORT size_t retro_get_memory_size(unsigned id) {
  if (id == LR_MEMORY_SAVE_RAM) return rom.battery;
  return id == LR_MEMORY_SYSTEM_RAM && strcmp(rom.memory, "ram") == 0 ? RAM_BYTES : 0;
}
