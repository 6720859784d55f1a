#include "app/document/session.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace thalweg {
namespace {

TEST(Session, TheCommonMethodsHaveTheirOwnColours) {
    Session all;
    const auto presets = optimizer_presets();
    for (std::size_t i = 0; i < 8; ++i) {
        add_optimizer(all, presets[i]);
        Session alone;
        add_optimizer(alone, presets[i]);
        EXPECT_EQ(all.optimizers.back().color, alone.optimizers.back().color) << title(presets[i]);
    }
    std::set<int> colors;
    for (const OptimizerEntry& entry : all.optimizers) colors.insert(entry.color);
    EXPECT_EQ(colors.size(), 8U);
    EXPECT_EQ(all.optimizers[0].color, 0) << "plain descent is orange";
}

TEST(Session, ColoursRepeatOnlyWhenAllAreTaken) {
    Session session;
    std::set<int> colors;
    for (int i = 0; i < 8; ++i) {
        add_optimizer(session, parse_optimizer("adam lr=0.1").value());
        colors.insert(session.optimizers.back().color);
    }
    EXPECT_EQ(colors.size(), 8U);
    for (int i = 0; i < 20; ++i) {
        add_optimizer(session, parse_optimizer("adam lr=0.1").value());
        EXPECT_GE(session.optimizers.back().color, 0);
        EXPECT_LT(session.optimizers.back().color, 8);
    }
}

TEST(Session, DefaultsToSomethingToSeeEvenWithoutItsCatalogue) {
    const Session session = default_session({});
    EXPECT_FALSE(session.landscape.formula.empty());
    EXPECT_EQ(session.starts.size(), 1U);
    EXPECT_EQ(session.optimizers.size(), 4U);
    EXPECT_EQ(session.display.map, session.landscape.domain);
}

TEST(Session, ParameterValuesComeInTheFormulasOrder) {
    const LandscapeChoice landscape{.parameters = {{"a", 2.0}, {"unused", 3.0}, {"θ", -1.5}}};
    const std::vector<std::string> names = {"θ", "b", "a"};
    EXPECT_EQ(parameter_values(landscape, names), (std::vector<double>{-1.5, 1.0, 2.0}));
}

TEST(Session, ALandscapeWithoutOptimizersKeepsThoseThereAre) {
    Session session = default_session({});
    const auto before = session.optimizers;
    LandscapeEntry entry;
    entry.starts = {{1, 2}, {3, 4}};
    entry.steps = 77;
    entry.domain = {0, 1, 2, 3};
    session.playback.step = 5;
    open_landscape(session, entry);
    EXPECT_EQ(session.optimizers, before);
    EXPECT_EQ(session.starts, (std::vector<Start>{{1, 2}, {3, 4}}));
    EXPECT_EQ(session.steps, 77);
    EXPECT_EQ(session.playback.step, 0);
    EXPECT_EQ(session.display.map, entry.domain);
}

TEST(Session, KnowsWhichDomainsCanBeDrawn) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const Box& good : {Box{}, Box{0, 1e-300, 0, 1e300}, Box{1e6, 1e6 + 1, -1, 1}, Box{-512, 512, -512, 512}}) {
        EXPECT_TRUE(is_valid_domain(good)) << good.x0 << " " << good.x1;
    }
    for (const Box& bad :
         {Box{1, 1, 0, 1}, Box{1, 0, 0, 1}, Box{0, 1, 2, -2}, Box{NAN, 1, 0, 1}, Box{0, infinity, 0, 1},
          Box{-1e308, 1e308, 0, 1}, Box{1, 1 + 1e-12, 0, 1}, Box{0, 5e-324, 0, 1}}) {
        EXPECT_FALSE(is_valid_domain(bad)) << bad.x0 << " " << bad.x1;
    }
}

}  // namespace
}  // namespace thalweg
