#include <gtest/gtest.h>

#include "core/formula/library_errors.h"
#include "core/stationary/stationary.h"

namespace thalweg {
namespace {

StationaryPoint point(StationaryClass kind, bool certified = true) {
    return {.kind = kind, .certified = certified};
}

TEST(Sentence, CountsByClass) {
    StationaryReport report;
    for (int i = 0; i < 4; ++i) report.points.push_back(point(StationaryClass::minimum));
    for (int i = 0; i < 4; ++i) report.points.push_back(point(StationaryClass::saddle));
    report.points.push_back(point(StationaryClass::maximum));
    report.complete = true;
    EXPECT_EQ(sentence(report, {}),
              "9 stationary points in [-5, 5] × [-5, 5]: 4 minima, 1 maximum, 4 saddles. Proved complete.");
}

TEST(Sentence, SaysThatThereIsNone) {
    StationaryReport report;
    report.complete = true;
    EXPECT_EQ(sentence(report, {0, 1, -0.5, 2.25}), "No stationary point in [0, 1] × [-0.5, 2.25]. Proved complete.");
}

TEST(Sentence, GivesEachReasonOnce) {
    StationaryReport report;
    report.points = {point(StationaryClass::minimum), point(StationaryClass::degenerate, false)};
    report.undecided = {{{}, "f jumps there"}, {{}, "the Hessian is singular there"}, {{}, "f jumps there"}};
    EXPECT_EQ(sentence(report, {}),
              "2 stationary points in [-5, 5] × [-5, 5]: 1 minimum, 1 degenerate. 1 certified, 3 regions undecided "
              "(f jumps there; the Hessian is singular there).");
}

TEST(Sentence, SaysThatItWasCancelled) {
    StationaryReport report;
    report.cancelled = true;
    report.undecided = {{{}, "the budget of boxes is used up"}};
    EXPECT_EQ(sentence(report, {}),
              "No stationary point found in [-5, 5] × [-5, 5]. 1 region undecided (the budget of boxes is used up). "
              "Cancelled before the end.");
}

TEST(Sentence, SaysWhatProofsTakeOnTrust) {
    EXPECT_EQ(proof_assumption("glibc 2.36 (x86_64)"),
              "Proofs are by outward-rounded intervals and assume that the functions of glibc 2.36 (x86_64) err by at "
              "most twice their published errors.");
    EXPECT_EQ(proof_assumption("glibc 2.41 (x86_64)"),
              "Proofs are by outward-rounded intervals and assume that the functions of glibc 2.41 (x86_64) err by at "
              "most twice the errors published for glibc 2.36 (x86_64).");
    EXPECT_NE(proof_assumption("the C library").find("the functions of the C library err"), std::string::npos);
    EXPECT_EQ(proof_assumption(), proof_assumption(library_errors::library_in_use()));
}

}  // namespace
}  // namespace thalweg
