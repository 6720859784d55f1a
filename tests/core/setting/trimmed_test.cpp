#include "core/setting/trimmed.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Trimmed, TakesBlanksFromBothEndsAlone) {
    EXPECT_EQ(trimmed(" \tone two\t "), "one two");
    EXPECT_EQ(trimmed("one"), "one");
    EXPECT_EQ(trimmed(" \t "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("one\r"), "one\r");
    EXPECT_EQ(trimmed(",one\r", ",\r"), "one");
}

}  // namespace
}  // namespace thalweg
