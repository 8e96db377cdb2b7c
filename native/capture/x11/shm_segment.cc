#include "capture/x11/shm_segment.h"

#include <sys/ipc.h>
#include <sys/shm.h>

#include "base/problem.h"

namespace eevee::x11 {

ShmSegment::~ShmSegment() {
  try {
    Release();
  } catch (const ProblemError&) {
    // The connection broke, and the server has let go of it already.
  }
}

bool ShmSegment::Reserve(size_t bytes) {
  if (bytes <= bytes_) return true;
  Release();
  const int shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
  if (shmid < 0) return false;
  void* memory = shmat(shmid, nullptr, 0);
  const auto failed = reinterpret_cast<void*>(-1);
  const uint32_t id = display_.NewId();
  const bool attached =
      memory != failed &&
      display_.Do(ShmAttach{.segment = id, .shmid = static_cast<uint32_t>(shmid)});
  shmctl(shmid, IPC_RMID, nullptr);
  if (!attached) {
    if (memory != failed) shmdt(memory);
    return false;
  }
  id_ = id;
  bytes_ = bytes;
  data_ = static_cast<const uint8_t*>(memory);
  return true;
}

void ShmSegment::Release() {
  if (data_ == nullptr) return;
  shmdt(data_);
  data_ = nullptr;
  bytes_ = 0;
  display_.Tell(ShmDetach{.segment = id_});
}

}  // namespace eevee::x11
