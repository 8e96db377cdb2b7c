#include "base/thread_time.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <ctime>
#endif

namespace eevee {

#ifdef _WIN32
int64_t ThreadTimeNs() {
  FILETIME created, ended, kernel, user;
  if (!GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user)) return 0;
  const auto ticks = [](const FILETIME& time) {
    return static_cast<int64_t>(time.dwHighDateTime) << 32 | time.dwLowDateTime;
  };
  return (ticks(kernel) + ticks(user)) * 100;
}
#else
int64_t ThreadTimeNs() {
  timespec time = {};
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return 0;
  return static_cast<int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}
#endif

}  // namespace eevee
