#include "app/document/catalogue.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "app/document/session.h"
#include "app/document/write_file.h"
#include "core/calculus/classification.h"
#include "core/landscape/formula_landscape.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

const Catalogue& catalogue() {
    static const Catalogue read = load_catalogue(THALWEG_ASSETS "/landscapes.toml").value();
    return read;
}

FormulaLandscape landscape_of(const LandscapeEntry& entry) {
    const Formula formula = Formula::parse(entry.formula).value();
    auto parameters = parameter_values(landscape_choice(entry), formula.parameters());
    return {formula, std::move(parameters)};
}

TEST(Catalogue, HasEveryLandscapeInItsGroup) {
    const std::pair<const char*, std::vector<std::string>> expected[] = {
        {"bowls", {"bowl", "ravine", "booth", "matyas"}},
        {"saddles", {"saddle", "monkey_saddle", "two_valleys", "flat_saddle"}},
        {"local_minima",
         {"shallow_pit", "himmelblau", "styblinski_tang", "six_hump_camel", "three_hump_camel", "mccormick"}},
        {"ravines", {"rosenbrock", "beale", "goldstein_price", "easom", "cliff"}},
        {"rugged",
         {"rastrigin", "ackley", "griewank", "levy_13", "drop_wave", "eggholder", "holder_table", "cross_in_tray",
          "schwefel", "schaffer_2", "bukin_6", "washboard", "washboard_smoothed"}},
        {"notes", {"log_r2", "hemisphere", "parabola", "x2_sin_x"}},
        {"data",
         {"linear", "mse", "sgd_line", "huber", "logistic", "two_weights", "hinge", "neuron", "small_network",
          "data_saddle", "data_pit"}},
    };
    ASSERT_EQ(catalogue().groups.size(), std::size(expected));
    std::size_t count = 0;
    for (std::size_t g = 0; g < std::size(expected); ++g) {
        EXPECT_EQ(catalogue().groups[g].id, expected[g].first);
        std::vector<std::string> ids;
        for (const LandscapeEntry* entry : catalogue().in_group(expected[g].first)) ids.push_back(entry->id);
        EXPECT_EQ(ids, expected[g].second);
        count += ids.size();
    }
    EXPECT_EQ(catalogue().landscapes.size(), count);
    EXPECT_EQ(catalogue().find("himmelblau")->name, "Himmelblau");
    EXPECT_EQ(catalogue().find("himmel"), nullptr);
}

TEST(Catalogue, EveryFormulaCanBeReadAndUsesItsParameters) {
    for (const LandscapeEntry& entry : catalogue().landscapes) {
        SCOPED_TRACE(entry.id);
        const auto formula = Formula::parse(entry.formula);
        ASSERT_TRUE(formula.has_value()) << formula.error().message;
        if (!entry.data.empty()) continue;  // those see to it in the scene's tests, where their samples are
        for (const std::string& variable : formula->variables()) EXPECT_TRUE(variable == "x" || variable == "y");
        for (const auto& [name, value] : entry.parameters) {
            EXPECT_NE(std::ranges::find(formula->parameters(), name), formula->parameters().end()) << name;
        }
        EXPECT_EQ(formula->parameters().size(), entry.parameters.size()) << "a parameter has no value";
    }
}

TEST(Catalogue, EveryKnownMinimumIsOne) {
    for (const LandscapeEntry& entry : catalogue().landscapes) {
        SCOPED_TRACE(entry.id);
        if (!entry.data.empty()) continue;
        const FormulaLandscape landscape = landscape_of(entry);
        const auto evaluator = landscape.evaluator();
        const SurfaceGrid grid = sample_grid(landscape, entry.domain, 201, 201, Derivatives::without);
        for (const KnownMinimum& minimum : entry.minima) {
            SCOPED_TRACE(testing::Message() << "(" << minimum.x << ", " << minimum.y << ")");
            EXPECT_TRUE(entry.domain.contains(minimum.x, minimum.y));
            const std::array<double, 2> point = {minimum.x, minimum.y};
            Eigen::VectorXd gradient(2);
            Eigen::MatrixXd hessian(2, 2);
            const double value = evaluator->hessian(point, {gradient.data(), 2}, {hessian.data(), 4});
            // The coordinates are rounded to doubles: what remains of the gradient is ‖H‖ times that rounding, and a
            // few roundings of the terms, the largest of which are of the size of the landscape's values.
            double largest = 1.0;
            for (const double f : grid.values) largest = std::max(largest, std::isfinite(f) ? std::abs(f) : 0.0);
            EXPECT_NEAR(value, minimum.value, 1e-13 * largest);
            for (const double f : grid.values) {
                ASSERT_FALSE(f < minimum.value - 1e-10 * std::max(1.0, std::abs(minimum.value))) << f;
            }
            const double bound = 1e-14 * (hessian.norm() * std::hypot(1.0, minimum.x, minimum.y) + largest);
            if (minimum.interior && minimum.differentiable) {
                EXPECT_TRUE(evaluator->differentiable(point));
                EXPECT_LE(gradient.norm(), bound);
                EXPECT_NE(classify_stationary(eigensystem(hessian).values), StationaryClass::maximum);
                EXPECT_NE(classify_stationary(eigensystem(hessian).values), StationaryClass::saddle);
            } else if (minimum.differentiable) {
                EXPECT_GT(gradient.norm(), 1.0);
                EXPECT_TRUE(minimum.x == entry.domain.x0 || minimum.x == entry.domain.x1 ||
                            minimum.y == entry.domain.y0 || minimum.y == entry.domain.y1);
            } else {
                EXPECT_FALSE(evaluator->differentiable(point));
            }
        }
    }
}

TEST(Catalogue, EveryLandscapeOpensReadyToRun) {
    for (const LandscapeEntry& entry : catalogue().landscapes) {
        SCOPED_TRACE(entry.id);
        EXPECT_TRUE(is_valid_domain(entry.domain));
        EXPECT_GE(entry.starts.size(), 1U);
        const auto evaluator = entry.data.empty() ? landscape_of(entry).evaluator() : nullptr;
        for (const auto& [x, y] : entry.starts) {
            EXPECT_TRUE(entry.domain.contains(x, y));
            EXPECT_TRUE(evaluator == nullptr || std::isfinite(evaluator->value(std::array{x, y})));
        }
        EXPECT_GE(entry.optimizers.size(), 2U);
        EXPECT_LE(entry.optimizers.size(), 5U);
        for (const std::string& text : entry.optimizers) {
            const auto optimizer = parse_optimizer(text);
            ASSERT_TRUE(optimizer.has_value()) << optimizer.error();
            EXPECT_EQ(to_text(*optimizer).substr(0, 3), text.substr(0, 3));
        }

        Session session = default_session(catalogue());
        open_landscape(session, entry);
        EXPECT_EQ(session.landscape.id, entry.id);
        EXPECT_EQ(session.starts.size(), entry.starts.size());
        EXPECT_EQ(session.display.map, entry.domain);
        EXPECT_EQ(session.steps, entry.steps);
        ASSERT_EQ(session.optimizers.size(), entry.optimizers.size());
        std::vector<int> colors;
        for (const OptimizerEntry& optimizer : session.optimizers) colors.push_back(optimizer.color);
        std::ranges::sort(colors);
        EXPECT_EQ(std::ranges::adjacent_find(colors), colors.end()) << "two optimizers look the same";
    }
}

TEST(Catalogue, EveryHintIsOneSentenceThatFitsUnderAPicture) {
    for (const LandscapeEntry& entry : catalogue().landscapes) {
        SCOPED_TRACE(entry.id);
        EXPECT_TRUE(entry.hint.ends_with('.'));
        EXPECT_EQ(entry.hint.find(". "), std::string::npos);
        EXPECT_LE(entry.hint.size(), 200U);
        EXPECT_FALSE(entry.name.empty());
    }
}

TEST(Catalogue, PlainDescentIsAlwaysOrange) {
    for (const LandscapeEntry& entry : catalogue().landscapes) {
        Session session;
        open_landscape(session, entry);
        for (const OptimizerEntry& optimizer : session.optimizers) {
            if (title(optimizer.optimizer) == title(parse_optimizer("sgd lr=0.1").value())) {
                EXPECT_EQ(optimizer.color, 0) << entry.id;
                break;
            }
        }
    }
}

TEST(Catalogue, ErrorsNameFileLineAndColumn) {
    const std::string start = "[[groups]]\nid = \"a\"\nname = \"A\"\n[[landscapes]]\nid = \"b\"\ngroup = \"a\"\n";
    const std::pair<std::string, const char*> cases[] = {
        {start + "formula = \"x\"\nstarts = [[0, 0]]\nhint = = 3", "landscapes.toml, line 9, column 8: "},
        {start + "formula = 3\nstarts = [[0, 0]]", "landscapes.toml, line 7, column 11: landscapes[0].formula must be"},
        {start + "formla = \"x\"", "landscapes.toml, line 7, column 1: unknown key \"formla\""},
        {start + "starts = [[0, 0]]", "\"b\" has no formula"},
        {start + "formula = \"x\"", "\"b\" has no start"},
        {"[[landscapes]]\nid = \"b\"\nformula = \"x\"\nstarts = [[0, 0]]",
         "\"b\" is in a group \"\" that there is not"},
        {start + "formula = \"x\"\nstarts = [[0, 0]]\n" + start.substr(start.find("[[landscapes]]")) +
             "formula = \"x\"\nstarts = [[0, 0]]",
         "two landscapes have the id \"b\""},
        {"[[landscapes]]\nformula = \"x\"", "a landscape has no id"},
    };
    const auto folder = std::filesystem::temp_directory_path() / "thalweg_catalogue_test";
    std::filesystem::create_directories(folder);
    for (const auto& [text, expected] : cases) {
        ASSERT_EQ(write_file(folder / "landscapes.toml", text), "");
        const auto read = load_catalogue(folder / "landscapes.toml");
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_NE(read.error().find(expected), std::string::npos) << text << "\n" << read.error();
    }
    std::filesystem::remove_all(folder);
    EXPECT_NE(load_catalogue(folder / "landscapes.toml").error().find("landscapes.toml"), std::string::npos);
}

}  // namespace
}  // namespace thalweg
