#include "core/setting/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace thalweg {
namespace {

constexpr std::array<std::string_view, 3> words{"himmelblau", "rosenbrock", "booth"};

TEST(Nearest, SuggestsWhatWasMeantOrNothing) {
    EXPECT_EQ(nearest("himelblau", words), "himmelblau");
    EXPECT_EQ(nearest("Booth", words), "booth");
    EXPECT_EQ(nearest("zzzzz", words), "");
    EXPECT_EQ(nearest("", words), "");
}

TEST(Nearest, IsAskedForInTheSentence) {
    EXPECT_EQ(did_you_mean("boot", words), "; did you mean booth?");
    EXPECT_EQ(did_you_mean("zzzzz", words), "");
}

}  // namespace
}  // namespace thalweg
