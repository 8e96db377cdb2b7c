#include <cstring>

#include "contenders.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace eevee::bench {
namespace {

uint64_t ReadWords(const uint8_t* bytes, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 0; i + 8 <= count; i += 8) {
    uint64_t word;
    std::memcpy(&word, bytes + i, sizeof word);
    sum += word;
  }
  return sum;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) uint64_t ReadAvx2(const uint8_t* bytes, size_t count) {
  __m256i sums[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                     _mm256_setzero_si256()};
  size_t i = 0;
  for (; i + 128 <= count; i += 128) {
    for (size_t lane = 0; lane < 4; ++lane) {
      const auto* at = reinterpret_cast<const __m256i*>(bytes + i + 32 * lane);
      sums[lane] = _mm256_add_epi64(sums[lane], _mm256_loadu_si256(at));
    }
  }
  const __m256i sum =
      _mm256_add_epi64(_mm256_add_epi64(sums[0], sums[1]), _mm256_add_epi64(sums[2], sums[3]));
  uint64_t words[4];
  std::memcpy(words, &sum, sizeof words);
  return words[0] + words[1] + words[2] + words[3] + ReadWords(bytes + i, count - i);
}

__attribute__((target("avx512f"))) uint64_t ReadAvx512(const uint8_t* bytes, size_t count) {
  __m512i sums[4] = {_mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512(),
                     _mm512_setzero_si512()};
  size_t i = 0;
  for (; i + 256 <= count; i += 256) {
    for (size_t lane = 0; lane < 4; ++lane) {
      sums[lane] = _mm512_add_epi64(sums[lane], _mm512_loadu_si512(bytes + i + 64 * lane));
    }
  }
  const __m512i sum =
      _mm512_add_epi64(_mm512_add_epi64(sums[0], sums[1]), _mm512_add_epi64(sums[2], sums[3]));
  uint64_t words[8];
  std::memcpy(words, &sum, sizeof words);
  uint64_t total = ReadWords(bytes + i, count - i);
  for (const uint64_t word : words) total += word;
  return total;
}
#endif

}  // namespace

uint64_t ReadOnce(const uint8_t* bytes, size_t count) {
#if defined(__x86_64__)
  static const bool avx512 = CpuHas(Isa::kAvx512);
  static const bool avx2 = CpuHas(Isa::kAvx2);
  if (avx512) return ReadAvx512(bytes, count);
  if (avx2) return ReadAvx2(bytes, count);
#endif
  return ReadWords(bytes, count);
}

}  // namespace eevee::bench
