#include "app/platform/large_pages.h"

#include <cstddef>
#include <cstdlib>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace thalweg {

void ask_for_large_pages() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
    constexpr int first_memory = 64 << 20, more_than_is_there = 1 << 20, usual_padding = 128 << 10;  // bytes
    // Pictures and textures, too, lie in the heap and stay there when they are freed.
    mallopt(M_MMAP_THRESHOLD, first_memory / 2);
    mallopt(M_TRIM_THRESHOLD, 2 * first_memory);
    // The heap grows by all of it at the next request that it cannot serve.
    mallopt(M_TOP_PAD, first_memory);
    void* const first = std::malloc(more_than_is_there);
    mallopt(M_TOP_PAD, usual_padding);
    const auto page = static_cast<std::size_t>(getpagesize()), end = reinterpret_cast<std::size_t>(sbrk(0));
    const std::size_t begin = reinterpret_cast<std::size_t>(first) / page * page;
    // Another malloc than the system's may have it elsewhere.
    if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
    std::free(first);
#endif
}

}  // namespace thalweg
