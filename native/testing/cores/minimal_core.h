/*
 * A whole libretro core that draws one grey level a frame; a file that defines CORE_NAME and
 * on_frame before including it is a core that misbehaves in one way. CORE_API may be set to another
 * interface version. The ROM is text; the first decimal number in it is the frame (from 0) at which
 * on_frame's moment comes.
 */
#include <stdlib.h>
#include <string.h>

#include "capture/libretro_abi.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif
#ifndef CORE_API
#define CORE_API LR_API_VERSION
#endif

enum { WIDTH = 16, HEIGHT = 8 };

/* Called at the beginning of each frame. */
static void on_frame(unsigned frame, unsigned moment);

static lr_environment_function environment;
static lr_video_function video;
static unsigned frame_count;
static unsigned moment;
static uint16_t picture[WIDTH * HEIGHT];

EXPORT unsigned retro_api_version(void) { return CORE_API; }
EXPORT void retro_set_environment(lr_environment_function f) { environment = f; }
EXPORT void retro_set_video_refresh(lr_video_function f) { video = f; }
EXPORT void retro_set_audio_sample(lr_audio_sample_function f) { (void)f; }
EXPORT void retro_set_audio_sample_batch(lr_audio_batch_function f) { (void)f; }
EXPORT void retro_set_input_poll(lr_input_poll_function f) { (void)f; }
EXPORT void retro_set_input_state(lr_input_state_function f) { (void)f; }
EXPORT void retro_set_controller_port_device(unsigned port, unsigned device) {
  (void)port;
  (void)device;
}
EXPORT void retro_init(void) { frame_count = 0; }
EXPORT void retro_deinit(void) {}
EXPORT void retro_get_system_info(struct lr_system_info* info) {
  memset(info, 0, sizeof *info);
  info->name = CORE_NAME;
  info->version = "1";
  info->extensions = "txt";
}
EXPORT void retro_get_system_av_info(struct lr_av_info* info) {
  memset(info, 0, sizeof *info);
  info->geometry = (struct lr_geometry){WIDTH, HEIGHT, WIDTH, HEIGHT, 2.0f};
  info->timing = (struct lr_timing){60.0, 32768.0};
}
EXPORT bool retro_load_game(const struct lr_game_info* game) {
  enum lr_pixel_format format = LR_PIXEL_RGB565;
  const char* text = game->data;
  size_t i = 0;
  environment(LR_SET_PIXEL_FORMAT, &format);
  while (i < game->size && (text[i] < '0' || text[i] > '9')) ++i;
  moment = 0;
  while (i < game->size && text[i] >= '0' && text[i] <= '9') {
    moment = moment * 10 + (unsigned)(text[i++] - '0');
  }
  return true;
}
EXPORT void retro_unload_game(void) {}
EXPORT void retro_run(void) {
  on_frame(frame_count, moment);
  for (int i = 0; i < WIDTH * HEIGHT; ++i) picture[i] = (uint16_t)frame_count;
  ++frame_count;
  video(picture, WIDTH, HEIGHT, WIDTH * sizeof picture[0]);
}
EXPORT void retro_reset(void) { frame_count = 0; }
EXPORT size_t retro_serialize_size(void) { return sizeof frame_count; }
EXPORT bool retro_serialize(void* data, size_t size) {
  if (size < sizeof frame_count) return false;
  memcpy(data, &frame_count, sizeof frame_count);
  return true;
}
EXPORT bool retro_unserialize(const void* data, size_t size) {
  if (size < sizeof frame_count) return false;
  memcpy(&frame_count, data, sizeof frame_count);
  return true;
}
EXPORT void* retro_get_memory_data(unsigned id) {
  (void)id;
  return NULL;
}
EXPORT size_t retro_get_memory_size(unsigned id) {
  (void)id;
  return 0;
}
