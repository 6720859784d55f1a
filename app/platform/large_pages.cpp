#include "app/platform/large_pages.h"

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <memory>

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
    // NOLINTBEGIN(concurrency-mt-unsafe): there is no other thread yet
    // Pictures and textures, too, lie in the heap and stay there when they are freed.
    mallopt(M_MMAP_THRESHOLD, first_memory / 2);
    mallopt(M_TRIM_THRESHOLD, 2 * first_memory);
    // The heap grows by all of it at the next request that it cannot serve.
    mallopt(M_TOP_PAD, first_memory);
    auto* const first = static_cast<std::byte*>(std::malloc(more_than_is_there));
    mallopt(M_TOP_PAD, usual_padding);
    // NOLINTEND(concurrency-mt-unsafe)
    const auto* const end = static_cast<std::byte*>(sbrk(0));
    // Another malloc than the system's may have it elsewhere.
    if (std::less<>()(first, end)) {
        const auto page = static_cast<std::size_t>(getpagesize());
        auto room = static_cast<std::size_t>(end - first);
        void* begin = first;
        if (std::align(page, page, begin, room) != nullptr) madvise(begin, room, MADV_HUGEPAGE);
    }
    std::free(first);
#endif
}

}  // namespace thalweg
