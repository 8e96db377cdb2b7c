#include "infer/plan.h"

#include <algorithm>
#include <set>

#include "infer/refuse.h"

namespace eevee::infer {
namespace {

constexpr size_t kMostArenaBytes = size_t{256} << 20;
constexpr size_t kAlignment = 64;

/// The operations during which a tensor must keep its contents; none where first > last.
struct Life {
  size_t first = 1;
  size_t last = 0;
};

struct Region {
  size_t begin, end;
  Life life;
};

Layout LayoutOf(const TensorInfo& tensor) {
  const auto size = [](int64_t value) { return static_cast<size_t>(value); };
  const Border& border = tensor.border;
  Layout layout;
  layout.pixel = size(tensor.shape.channels);
  layout.row = layout.pixel * size(int64_t{border.left} + tensor.shape.width + border.right);
  layout.origin = size(border.top) * layout.row + size(border.left) * layout.pixel;
  layout.sample = layout.row * size(int64_t{border.top} + tensor.shape.height + border.bottom);
  return layout;
}

std::vector<Life> LivesOf(const Graph& graph) {
  std::vector<Life> lives(graph.tensors.size());
  const auto touch = [&](int tensor, size_t when) {
    Life& life = lives[static_cast<size_t>(tensor)];
    if (life.first > life.last) life = {when, when};
    life.last = when;
  };
  for (size_t i = 0; i < graph.ops.size(); ++i) {
    std::visit(
        [&](const auto& op) {
          if constexpr (requires { op.b; }) {
            touch(op.a, i + 1);
            touch(op.b, i + 1);
          } else {
            touch(op.input, i + 1);
          }
          touch(op.output, i + 1);
        },
        graph.ops[i]);
  }
  const Life always = {0, graph.ops.size() + 1};
  for (const GraphInput& input : graph.inputs) lives[static_cast<size_t>(input.staging)] = always;
  for (const GraphOutput& output : graph.outputs) {
    lives[static_cast<size_t>(output.values)] = always;
    if (output.codes >= 0) lives[static_cast<size_t>(output.codes)] = always;
  }
  for (size_t i = 0; i < lives.size(); ++i) {
    if (graph.tensors[i].border != Border{} && lives[i].first <= lives[i].last) lives[i] = always;
  }
  return lives;
}

}  // namespace

Plan MakePlan(const Graph& graph) {
  Plan plan;
  const std::vector<Life> lives = LivesOf(graph);
  std::vector<Region> placed;
  for (size_t i = 0; i < graph.tensors.size(); ++i) {
    Layout layout = LayoutOf(graph.tensors[i]);
    const size_t bytes = layout.sample * (graph.tensors[i].floating ? sizeof(float) : 1);
    const size_t room = (bytes + kSlack + kAlignment - 1) / kAlignment * kAlignment;
    const Life life = lives[i];
    if (life.first <= life.last) {
      // The first gap, among those alive at the same time, that is large enough.
      std::vector<Region> neighbours;
      for (const Region& region : placed) {
        if (region.life.first <= life.last && life.first <= region.life.last) {
          neighbours.push_back(region);
        }
      }
      std::sort(neighbours.begin(), neighbours.end(),
                [](const Region& a, const Region& b) { return a.begin < b.begin; });
      for (const Region& region : neighbours) {
        if (region.begin >= layout.offset + room) break;
        layout.offset = std::max(layout.offset, region.end);
      }
      if (room > kMostArenaBytes || layout.offset > kMostArenaBytes - room) {
        RefuseModel("its tensors take more than 256 MiB");
      }
      placed.push_back({layout.offset, layout.offset + room, life});
      plan.arena_bytes = std::max(plan.arena_bytes, layout.offset + room);
    }
    plan.layouts.push_back(layout);
  }
  return plan;
}

}  // namespace eevee::infer
