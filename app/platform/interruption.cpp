#include "app/platform/interruption.h"

#include <array>

namespace thalweg {
namespace {

constexpr std::array wishes = {SIGINT, SIGTERM, SIGHUP};

}  // namespace

// No handler is installed, which could only set a global variable: the signals are blocked, and the system keeps them.

Interruption::Interruption() {
    sigemptyset(&waiting_);
    for (const int wish : wishes) sigaddset(&waiting_, wish);
    pthread_sigmask(SIG_BLOCK, &waiting_, &before_);
}

Interruption::~Interruption() {
    for (int signal = 0; wished();) sigwait(&waiting_, &signal);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool Interruption::wished() const {
    sigset_t pending;
    sigpending(&pending);
    for (const int wish : wishes)
        if (sigismember(&pending, wish) == 1) return true;
    return false;
}

}  // namespace thalweg
