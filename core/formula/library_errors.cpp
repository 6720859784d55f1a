#include "core/formula/library_errors.h"

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

namespace thalweg::library_errors {

std::string library_in_use() {
#if defined(__GLIBC__) && defined(__x86_64__)
    return std::string("glibc ") + gnu_get_libc_version() + " (x86_64)";
#elif defined(__GLIBC__)
    return std::string("glibc ") + gnu_get_libc_version();
#else
    return "the C library";
#endif
}

}  // namespace thalweg::library_errors
