#pragma once

#include <cstddef>
#include <vector>

#include "infer/graph.h"

namespace eevee::infer {

/// Where a tensor's elements lie. Distances are in elements.
struct Layout {
  size_t pixel = 0;   // from one column to the next: its channels
  size_t row = 0;     // from one row to the next, border included
  size_t origin = 0;  // of the first pixel inside the border
  size_t sample = 0;  // of a whole sample, border included
  /// Byte in the arena of a batch of one; a batch of n begins at n times that.
  size_t offset = 0;

  size_t At(int32_t y, int32_t x) const {
    return origin + static_cast<size_t>(y) * row + static_cast<size_t>(x) * pixel;
  }
};

struct Plan {
  std::vector<Layout> layouts = {};  // one a tensor
  size_t arena_bytes = 0;            // of a batch of one
};

/// Bytes that may be read behind any tensor: the last tap reaches over its end (see ConvTask).
inline constexpr size_t kSlack = 64;

/// Lays all tensors out in one arena. Tensors that are not needed at the same time share memory,
/// except inputs, outputs, and those with a border, which is then written only once.
/// Throws `resource.model-invalid` beyond 256 MiB.
Plan MakePlan(const Graph& graph);

}  // namespace eevee::infer
