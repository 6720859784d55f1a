#include "app/panels/ensemble_words.h"

#include <gtest/gtest.h>

#include "app/scene/legend.h"

namespace thalweg {
namespace {

class EnsembleWords : public ::testing::Test {
  protected:
    EnsembleWords() {
        session.landscape.formula = "(x^2 - 1)^2 + y^2";
        session.landscape.domain = {-2, 2, -2, 2};
        session.starts = {{1.5, 1}};
        session.steps = 100;
        add_optimizer(session, *parse_optimizer("sgd lr=0.05"));
        add_optimizer(session, *parse_optimizer("newton"));
    }
    std::string words(LensKind lens) {
        session.study.lens = lens;
        scene.update(session, 100, 100);
        scene.finish();
        return ensemble_words(session, scene);
    }
    Session session;
    Scene scene;
};

TEST_F(EnsembleWords, TellOfBasins) {
    EXPECT_EQ(words(LensKind::none), "");
    EXPECT_EQ(words(LensKind::slopes), "");
    // The wells are mirror images: half of the starts come to each.
    EXPECT_EQ(words(LensKind::basins),
              "Gradient descent, η = 0.05: 2 basins of minima; 50 % of starts come to the minimum (−1.00, 0.00)");
    session.ensemble.other = 1;
    EXPECT_EQ(words(LensKind::basins), "Basins of Gradient descent, η = 0.05, and of Newton, η = 1");
}

TEST_F(EnsembleWords, TellRunsOfOneMethodApart) {
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    EXPECT_EQ(optimizer_words(session, 0), "Gradient descent, η = 0.05");
    EXPECT_EQ(optimizer_words(session, 2), "Gradient descent, η = 0.1");
    add_optimizer(session, *parse_optimizer("newton"));
    EXPECT_NE(optimizer_words(session, 1), optimizer_words(session, 3));
}

TEST_F(EnsembleWords, TellOfTheCloudAtTheStepShown) {
    EXPECT_TRUE(words(LensKind::cloud).starts_with("Gradient descent, η = 0.05: 500 starts after 0 steps: median"))
        << words(LensKind::cloud);
    session.playback.step = 100;
    EXPECT_NE(words(LensKind::cloud).find("after 100 steps: median loss"), std::string::npos);
}

TEST_F(EnsembleWords, TellOfRates) {
    EXPECT_TRUE(words(LensKind::sweep).starts_with("Gradient descent: 31 learning rates: good from "))
        << words(LensKind::sweep);
    const std::string three = words(LensKind::rates);
    for (const char* word : {"is too small", "is right", "is too large"})
        EXPECT_NE(three.find(word), std::string::npos) << three;
}

TEST_F(EnsembleWords, TheLegendKnowsWhoseRunsAreShown) {
    EXPECT_EQ(legend_entries(session).size(), 2U);
    session.ensemble.optimizer = 1;
    session.study.lens = LensKind::cloud;
    ASSERT_EQ(legend_entries(session).size(), 1U);
    EXPECT_EQ(legend_entries(session)[0].name, "Newton");
    session.study.lens = LensKind::sweep;
    EXPECT_TRUE(legend_entries(session).empty()) << "its paths are coloured by rate";
}

}  // namespace
}  // namespace thalweg
