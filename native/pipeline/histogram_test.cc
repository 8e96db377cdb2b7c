#include "pipeline/histogram.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <vector>

#include "testing/test.h"

namespace eevee {
namespace {

TEST(every_value_is_within_one_percent_of_its_buckets_middle) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 200000; ++i) {
    const uint64_t value = (random() >> (random() % 63)) & Histogram::kLargest;
    const double middle = Histogram::MiddleOf(Histogram::BucketOf(value));
    CHECK(std::abs(middle - static_cast<double>(value)) <= 0.01 * static_cast<double>(value));
  }
  for (uint64_t value = 0; value < 128; ++value) {
    CHECK_EQ(Histogram::MiddleOf(Histogram::BucketOf(value)), static_cast<double>(value));
  }
}

TEST(buckets_are_in_order_without_gaps) {
  size_t last = 0;
  for (uint64_t value = 1; value < 1 << 20; ++value) {
    const size_t bucket = Histogram::BucketOf(value);
    CHECK(bucket == last || bucket == last + 1);
    last = bucket;
  }
}

TEST(percentiles_are_within_one_percent_of_the_sorted_samples) {
  const auto histogram = std::make_unique<Histogram>();
  std::mt19937 random(4);
  std::lognormal_distribution<double> durations(10, 1.5);
  std::vector<double> samples;
  for (int i = 0; i < 100000; ++i) {
    const auto value = static_cast<int64_t>(durations(random));
    samples.push_back(static_cast<double>(value));
    histogram->Record(value);
  }
  std::sort(samples.begin(), samples.end());
  const auto exact = [&](double share) {
    return samples[static_cast<size_t>(std::ceil(share * static_cast<double>(samples.size()))) - 1];
  };
  const auto stats = histogram->Summary();
  CHECK_EQ(stats.count, 100000u);
  CHECK_EQ(stats.max, samples.back());
  for (const auto& [got, share] :
       {std::pair{stats.p50, 0.5}, {stats.p95, 0.95}, {stats.p99, 0.99}, {stats.p999, 0.999}}) {
    CHECK(std::abs(got - exact(share)) <= 0.01 * exact(share));
  }
}

TEST(extremes_and_emptiness) {
  const auto histogram = std::make_unique<Histogram>();
  CHECK_EQ(histogram->Summary().count, 0u);
  CHECK_EQ(histogram->Summary().p99, 0.0);
  histogram->Record(-5);
  CHECK_EQ(histogram->Summary().max, 0.0);
  histogram->Record(INT64_MAX);
  CHECK_EQ(histogram->Summary().max, static_cast<double>(INT64_MAX));
  CHECK_EQ(histogram->Summary().count, 2u);
  histogram->Reset();
  CHECK_EQ(histogram->Summary().count, 0u);
  histogram->Record(1000);
  CHECK_EQ(histogram->Summary().p50, 1000.0);
}

}  // namespace
}  // namespace eevee
