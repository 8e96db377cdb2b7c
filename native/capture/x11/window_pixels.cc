#include "capture/x11/window_pixels.h"

#include "base/problem.h"

namespace eevee::x11 {
namespace {

std::optional<PixelFormat> FormatOf(const PixelLayout& layout) {
  const auto is = [&](uint8_t bits, uint32_t red, uint32_t green, uint32_t blue) {
    return layout.bits_per_pixel == bits && layout.red == red && layout.green == green &&
           layout.blue == blue;
  };
  if (is(32, 0xFF0000, 0xFF00, 0xFF)) return PixelFormat::kXrgb8888;
  if (is(16, 0xF800, 0x07E0, 0x1F)) return PixelFormat::kRgb565;
  if (is(16, 0x7C00, 0x03E0, 0x1F)) return PixelFormat::k0Rgb1555;
  return {};
}

PixelLayout LayoutOfWindow(Display& display, uint32_t window) {
  const Message attributes = display.Ask(GetWindowAttributes{.window = window});
  const Message geometry = display.Ask(GetGeometry{.drawable = window});
  if (!attributes || !geometry) return {};
  return display.LayoutOf(geometry.At<uint8_t>(1), attributes.At<uint32_t>(8))
      .value_or(PixelLayout{});
}

}  // namespace

WindowPixels::WindowPixels(Display& display, uint32_t window, WindowOptions::Pixels way)
    : display_(display),
      window_(window),
      layout_(LayoutOfWindow(display, window)),
      composite_(display.Has(Extension::kComposite)),
      shared_(way != WindowOptions::Pixels::kSocket && display.Has(Extension::kShm)),
      segment_(display) {
  const auto format = FormatOf(layout_);
  if (!format) {
    throw ProblemError({.code = "resource.window-missing",
                        .message = "The window " + std::to_string(window) +
                                   " is gone, or shows pixels of " +
                                   std::to_string(layout_.bits_per_pixel) +
                                   " bits in an order that is not supported.",
                        .remedy = "Use a display of 24 bits of colour (for Xvfb: -screen 0 "
                                  "1280x1024x24).",
                        .field = "window"});
  }
  format_ = *format;
  // A page now, the rest when the window's size is known: it tells whether the server can reach our
  // memory at all.
  if (shared_) shared_ = segment_.Reserve(4096);
  if (!shared_ && way == WindowOptions::Pixels::kSharedMemory) {
    throw ProblemError({.code = "configuration.invalid",
                        .message = "The display " + display.name() + " shares no memory with us.",
                        .remedy = "Let pixels be \"best\"; they then come through the connection.",
                        .field = "pixels",
                        .value = "shared-memory"});
  }
  if (!composite_) return;
  // Composite wants to be asked for its version before anything else.
  composite_ = static_cast<bool>(display_.Ask(CompositeQueryVersion{})) &&
               display_.Do(CompositeRedirectWindow{.window = window_});
}

void WindowPixels::FreeName() {
  if (pixmap_ != 0) display_.Tell(FreePixmap{.pixmap = pixmap_});
  pixmap_ = 0;
}

bool WindowPixels::Name() {
  FreeName();
  const Message geometry = display_.Ask(GetGeometry{.drawable = window_});
  if (!geometry) return false;
  const PictureSize size = {.width = geometry.At<uint16_t>(16),
                            .height = geometry.At<uint16_t>(18)};
  if (size != size_) part_.reset();
  size_ = size;
  border_ = 0;
  if (composite_) {
    // Refused while the window is not shown.
    const uint32_t pixmap = display_.NewId();
    if (!display_.Do(CompositeNameWindowPixmap{.window = window_, .pixmap = pixmap})) return false;
    pixmap_ = pixmap;
    // Its size and not the window's: they differ for a moment while the window is being resized.
    const Message named = display_.Ask(GetGeometry{.drawable = pixmap_});
    if (!named) return false;
    border_ = static_cast<int16_t>(geometry.At<uint16_t>(20));
    const uint32_t around = 2 * uint32_t{geometry.At<uint16_t>(20)};
    if (named.At<uint16_t>(16) != size_.width + around ||
        named.At<uint16_t>(18) != size_.height + around) {
      return false;
    }
  }
  if (shared_) shared_ = segment_.Reserve(PitchOf(size_.width) * size_.height);
  current_ = true;
  return true;
}

void WindowPixels::Want(const std::optional<PicturePart>& part) {
  const bool fits = part && part->width > 0 && part->height > 0 &&
                    uint64_t{part->x} + part->width <= size_.width &&
                    uint64_t{part->y} + part->height <= size_.height;
  part_ = fits ? part : std::nullopt;
}

size_t WindowPixels::PitchOf(uint32_t width) const {
  const size_t bits = size_t{width} * layout_.bits_per_pixel;
  return (bits + layout_.scanline_pad - 1) / layout_.scanline_pad * layout_.scanline_pad / 8;
}

PictureView WindowPixels::View(const uint8_t* pixels) const {
  const PicturePart asked = Asked();
  return {.pixels = pixels,
          .width = asked.width,
          .height = asked.height,
          .pitch = PitchOf(asked.width),
          .format = format_};
}

std::optional<PictureView> WindowPixels::TakeShared() {
  const PicturePart asked = Asked();
  const Message reply =
      display_.Ask(ShmGetImage{.drawable = pixmap_ != 0 ? pixmap_ : window_,
                               .x = static_cast<int16_t>(border_ + static_cast<int>(asked.x)),
                               .y = static_cast<int16_t>(border_ + static_cast<int>(asked.y)),
                               .width = static_cast<uint16_t>(asked.width),
                               .height = static_cast<uint16_t>(asked.height),
                               .segment = segment_.id()});
  if (!reply || reply.At<uint32_t>(12) < PitchOf(asked.width) * asked.height) return {};
  return View(segment_.data());
}

std::optional<PictureView> WindowPixels::TakeThroughSocket() {
  const PicturePart asked = Asked();
  GetImage request = {.drawable = pixmap_ != 0 ? pixmap_ : window_,
                      .x = static_cast<int16_t>(border_ + static_cast<int>(asked.x)),
                      .y = static_cast<int16_t>(border_ + static_cast<int>(asked.y)),
                      .width = static_cast<uint16_t>(asked.width),
                      .height = static_cast<uint16_t>(asked.height)};
  request.header.data = 2;  // ZPixmap
  image_ = display_.Ask(request);
  if (!image_ || image_.size() < 32 + PitchOf(asked.width) * asked.height) return {};
  return View(image_.data() + 32);
}

std::optional<PictureView> WindowPixels::Take() {
  // Twice: a refusal usually means that the window was resized since, and the new name works.
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (!current_ && !Name()) return {};
    if (const auto picture = shared_ ? TakeShared() : TakeThroughSocket()) return picture;
    current_ = false;
  }
  return {};
}

}  // namespace eevee::x11
