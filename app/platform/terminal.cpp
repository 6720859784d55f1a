#include "app/platform/terminal.h"

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace thalweg {

bool has_terminal() {
#if __has_include(<unistd.h>)
    return ::isatty(STDERR_FILENO) != 0;
#else
    return false;
#endif
}

}  // namespace thalweg
