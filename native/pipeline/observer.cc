#include "pipeline/observer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "base/problem.h"

namespace eevee {
namespace {

constexpr uint32_t kCellPixels = 16;

ProblemError Invalid(const std::string& what) {
  return ProblemError({.code = "resource.model-invalid",
                       .message = "The network cannot be the eyes: " + what + ".",
                       .remedy = "Restore the model's folder from the installation."});
}

/// Height or width of the network's input.
uint32_t InputSide(const infer::Network& network, size_t axis) {
  if (network.inputs().size() != 1) throw Invalid("it has more than one input");
  const std::vector<int64_t>& dims = network.inputs()[0].dims;
  if (dims.size() != 4 || dims[1] != 1) throw Invalid("its input is not [1, 1, height, width]");
  const int64_t side = dims[axis];
  if (side < kCellPixels || side > 4096 || side % kCellPixels != 0) {
    throw Invalid("its input is not a whole number of 16×16 cells");
  }
  return static_cast<uint32_t>(side);
}

}  // namespace

Observer::Observer(const EyesModel& model)
    : network_(infer::Network::Load(model.onnx)),
      runner_(network_),
      modes_(model.modes),
      classes_(model.classes),
      text_(static_cast<uint8_t>(model.text)),
      width_(InputSide(*network_, 3)),
      height_(InputSide(*network_, 2)),
      cells_(width_ / kCellPixels * (height_ / kCellPixels)),
      scene_(HeadOf("scene", size_t{modes_} + 1)),
      cell_(HeadOf("cells", size_t{classes_} * cells_)),
      scroll_(width_, height_),
      best_(cells_),
      sum_(cells_) {
  if (modes_ == 0 || classes_ == 0 || classes_ > 256) {
    throw Invalid("it is given no words to say, or too many");
  }
  if (!model.letters.empty()) reader_.emplace(infer::Network::Load(model.letters));
}

std::unique_ptr<Observer> Observer::Open(const EyesModel& model, uint32_t width, uint32_t height) {
  std::unique_ptr<Observer> eyes(new Observer(model));
  if (eyes->width() == width && eyes->height() == height) return eyes;
  throw ProblemError(
      {.code = "resource.model-invalid",
       .message = "The eyes see " + std::to_string(eyes->width()) + "×" +
                  std::to_string(eyes->height()) + " pixels; this game shows " +
                  std::to_string(width) + "×" + std::to_string(height) + ".",
       .remedy = "Play it yourself (player \"none\"), or with a model made for this system."});
}

Observer::Head Observer::HeadOf(const char* name, size_t elements) const {
  const auto& outputs = network_->outputs();
  const auto found = std::find_if(outputs.begin(), outputs.end(),
                                  [&](const auto& output) { return output.name == name; });
  if (found == outputs.end()) throw Invalid(std::string("it has no output \"") + name + "\"");
  if (found->elements != elements || !found->has_codes) {
    throw Invalid(std::string("its output \"") + name + "\" does not have " +
                  std::to_string(elements) + " codes");
  }
  Head head{.output = static_cast<int>(found - outputs.begin())};
  for (size_t d = 0; d < head.fall.size(); ++d) {
    head.fall[d] = std::exp(-static_cast<float>(d) * found->scale);
  }
  return head;
}

size_t Observer::BytesNeeded(uint32_t max_width, uint32_t max_height) {
  const size_t columns = (size_t{max_width} + kCellPixels - 1) / kCellPixels;
  const size_t rows = (size_t{max_height} + kCellPixels - 1) / kCellPixels;
  return sizeof(ObservationHeader) + (2 + 4) * columns * rows;
}

void Observer::Look(const uint8_t* grey, uint8_t* into) noexcept {
  const size_t pixels = size_t{width_} * height_;
  uint8_t* const input = runner_.input(0).data();
  const bool unchanged = holds_last_ && std::memcmp(input, grey, pixels) == 0;
  if (unchanged) {
    ++unchanged_frames_;
    ++still_frames_;
  } else {
    std::memcpy(input, grey, pixels);
    runner_.Run();
    holds_last_ = true;
    const auto scroll = scroll_.Next(grey);
    scrolled_ = {scrolled_.dx + scroll.dx, scrolled_.dy + scroll.dy};
    still_frames_ = scroll.dx == 0 && scroll.dy == 0 ? still_frames_ + 1 : 0;
  }

  const auto scene = runner_.quantised_output(scene_.output);
  const auto modes = scene.first(modes_);
  const auto best = std::max_element(modes.begin(), modes.end());
  float sum = 0;
  for (const uint8_t code : modes) sum += scene_.fall[size_t{*best} - code];
  ObservationHeader header{.present = 1,
                           .mode = static_cast<uint32_t>(best - modes.begin()),
                           .mode_probability = 1 / sum,
                           .aligned = runner_.output(scene_.output)[modes_] > 0 ? 1u : 0u,
                           .columns = width_ / kCellPixels,
                           .rows = height_ / kCellPixels,
                           .scroll_x = scrolled_.dx,
                           .scroll_y = scrolled_.dy,
                           .still_frames = still_frames_,
                           .path_us = 0,
                           .reads = reader_ ? 1u : 0u,
                           .unread = 0,
                           .tile_hits = 0,
                           .tile_misses = 0,
                           .tile_evictions = 0,
                           .tile_entries = 0,
                           .tile_bytes = 0,
                           .unchanged_frames = unchanged_frames_};
  uint8_t* const classes = into + sizeof header;
  NameCells(classes, classes + cells_);
  if (reader_) ReadLetters(grey, classes, header, classes + 2 * size_t{cells_});
  std::memcpy(into, &header, sizeof header);
}

void Observer::ReadLetters(const uint8_t* grey, const uint8_t* classes, ObservationHeader& header,
                           uint8_t* letters) noexcept {
  header.unread = reader_->Read(grey, header.columns, header.rows, classes, text_, letters);
  const TileCache::Counts counts = reader_->counts();
  header.tile_hits = static_cast<uint32_t>(counts.hits);
  header.tile_misses = static_cast<uint32_t>(counts.misses);
  header.tile_evictions = static_cast<uint32_t>(counts.evictions);
  header.tile_entries = static_cast<uint32_t>(counts.entries);
  header.tile_bytes = static_cast<uint32_t>(counts.bytes);
}

// Class by class over all cells, as the codes lie, so that the loops vectorise.
void Observer::NameCells(uint8_t* classes, uint8_t* confidence) noexcept {
  const auto codes = runner_.quantised_output(cell_.output);
  std::memcpy(best_.data(), codes.data(), cells_);
  std::memset(classes, 0, cells_);
  for (uint32_t name = 1; name < classes_; ++name) {
    const uint8_t* row = codes.data() + size_t{name} * cells_;
    for (uint32_t i = 0; i < cells_; ++i) {
      const bool better = row[i] > best_[i];
      best_[i] = better ? row[i] : best_[i];
      classes[i] = better ? static_cast<uint8_t>(name) : classes[i];
    }
  }
  std::fill(sum_.begin(), sum_.end(), 0.0f);
  for (uint32_t name = 0; name < classes_; ++name) {
    const uint8_t* row = codes.data() + size_t{name} * cells_;
    for (uint32_t i = 0; i < cells_; ++i) sum_[i] += cell_.fall[size_t{best_[i]} - row[i]];
  }
  for (uint32_t i = 0; i < cells_; ++i) {
    confidence[i] = static_cast<uint8_t>(100 / sum_[i] + 0.5f);
  }
}

}  // namespace eevee
