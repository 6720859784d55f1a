#pragma once

#include <atomic>
#include <cstddef>

// Counts a test program's allocations. Every one of them, operator new's and Eigen's alike, ends in malloc; the GNU C
// library lets a program put its own in front, which this header does: one source file of a program may include it.
// Sanitizers do the same themselves, so that tests of allocations leave the field to them.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define THALWEG_COUNTS_ALLOCATIONS 1

namespace {

std::atomic<long>& allocations() {
    static std::atomic<long> count = 0;
    return count;
}

}  // namespace

extern "C" void* __libc_malloc(std::size_t size);

extern "C" void* malloc(std::size_t size) noexcept {
    ++allocations();
    return __libc_malloc(size);
}

#endif
