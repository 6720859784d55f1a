#include "app/platform/interruption.h"

#include <gtest/gtest.h>

#include <csignal>

namespace thalweg {
namespace {

TEST(Interruption, AWishCanBeAskedForAndEndsNothing) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const Interruption interruption;
        EXPECT_FALSE(interruption.wished());
        raise(signal);
        EXPECT_TRUE(interruption.wished());
        EXPECT_TRUE(interruption.wished()) << "it stays a wish";
    }
    // That this line is reached says that the wishes were taken for fulfilled.
    sigset_t blocked;
    pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
    EXPECT_EQ(sigismember(&blocked, SIGINT), 0) << "signals are as before";
}

}  // namespace
}  // namespace thalweg
