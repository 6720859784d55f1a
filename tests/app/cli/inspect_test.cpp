#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <regex>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The text behind "key": up to the next key, without blanks.
std::string member(const std::string& json, const std::string& key) {
    std::smatch found;
    if (!std::regex_search(json, found, std::regex('"' + key + "\":([^:]*?),?\\s*(\"[a-z_]+\":|\\}\\s*$)")))
        return "missing";
    return std::regex_replace(found[1].str(), std::regex("\\s"), "");
}

/// All numbers in it; null becomes NaN.
std::vector<double> numbers(const std::string& text) {
    std::vector<double> all;
    const std::regex number("null|-?[0-9.]+(e[-+]?[0-9]+)?");
    for (std::sregex_iterator found(text.begin(), text.end(), number), end; found != end; ++found)
        all.push_back(found->str() == "null" ? nan : std::stod(found->str()));
    return all;
}

struct Point {
    const char* formula;
    const char* at;
    double value;
    std::vector<double> gradient, hessian, eigenvalues;
    const char* kind;
    bool differentiable = true;
};

/// Worked by hand.
const std::vector<Point> points = {
    {"x^2 + y^2", "3,2", 13, {6, 4}, {2, 0, 0, 2}, {2, 2}, "none"},
    {"x^2 + y^2", "0,0", 0, {0, 0}, {2, 0, 0, 2}, {2, 2}, "minimum"},
    {"-x^2 - y^2", "0,0", 0, {0, 0}, {-2, 0, 0, -2}, {-2, -2}, "maximum"},
    {"x^2 - y^2", "0,0", 0, {0, 0}, {2, 0, 0, -2}, {-2, 2}, "saddle"},
    {"x^3 - 3x y^2", "0,0", 0, {0, 0}, {0, 0, 0, 0}, {0, 0}, "degenerate"},
    {"3x y", "-1,0.5", -1.5, {1.5, -3}, {0, 3, 3, 0}, {-3, 3}, "none"},
    {"J(θ1, θ2) = θ1² + 5θ2²", "1,-1", 6, {2, -10}, {2, 0, 0, 10}, {2, 10}, "none"},
    {"x^2", "3", 9, {6}, {2}, {2}, "none"},
    {"x^2", "0", 0, {0}, {2}, {2}, "minimum"},
    {"x^2", "3,7", 9, {6, 0}, {2, 0, 0, 0}, {0, 2}, "none"},
    {"x^2 + |y|", "1,0", 1, {2, 0}, {2, 0, 0, 0}, {0, 2}, "none", false},
    {"|x| + |y|", "0,0", 0, {0, 0}, {0, 0, 0, 0}, {0, 0}, "none", false},
    {"sqrt(x)", "-1,0", nan, {nan, nan}, {nan, nan, nan, nan}, {nan, nan}, "none", false},
    {"x²+y²+z²", "2,1,-1", 6, {4, 2, -2}, {2, 0, 0, 0, 2, 0, 0, 0, 2}, {2, 2, 2}, "none"},
    {"x² + 2x y - a z²",
     "0,0,0",
     0,
     {0, 0, 0},
     {2, 2, 0, 2, 0, 0, 0, 0, -2},
     {-2, 1 - std::sqrt(5.0), 1 + std::sqrt(5.0)},
     "saddle"},
    {"x1 x2 x3 x4",
     "1,2,3,4",
     24,
     {24, 12, 8, 6},
     {0, 12, 8, 6, 12, 0, 4, 3, 8, 4, 0, 2, 6, 3, 2, 0},
     {-13.178908345800277, -3.824751652906121, -1.8210916541997257, 18.824751652906123},
     "none"},
    {"2^3^2 + x - x + y - y", "1,1", 512, {0, 0}, {0, 0, 0, 0}, {0, 0}, "degenerate"},
};

TEST(Inspect, TellsInJsonWhatIsTrueOfAPoint) {
    for (const Point& point : points) {
        SCOPED_TRACE(std::string(point.formula) + " at " + point.at);
        const Ended ended = run_program({"inspect", "--formula", point.formula, "--at", point.at, "--json"});
        ASSERT_EQ(ended.status, 0) << ended.err;
        EXPECT_EQ(ended.err, "");
        const auto expect = [&](const char* key, const std::vector<double>& expected) {
            const std::vector<double> found = numbers(member(ended.out, key));
            ASSERT_EQ(found.size(), expected.size()) << key << " in " << ended.out;
            for (std::size_t i = 0; i < found.size(); ++i)
                if (!std::isnan(expected[i]))
                    EXPECT_NEAR(found[i], expected[i], 1e-14) << key;
                else
                    EXPECT_TRUE(std::isnan(found[i])) << key << " in " << ended.out;
        };
        expect("value", {point.value});
        expect("gradient", point.gradient);
        expect("hessian", point.hessian);
        expect("eigenvalues", point.eigenvalues);
        EXPECT_EQ(member(ended.out, "class"), '"' + std::string(point.kind) + '"');
        EXPECT_EQ(member(ended.out, "differentiable"), point.differentiable ? "true" : "false");
        EXPECT_EQ(numbers(member(ended.out, "eigenvectors")).size(), point.hessian.size());
        EXPECT_NE(member(ended.out, "gradient_text"), "missing");
        EXPECT_NE(member(ended.out, "hessian_text"), "missing");
    }
}

TEST(Inspect, SaysHowManyCoordinatesThereAre) {
    const auto error = [](const char* formula, const char* at) {
        const Ended ended = run_program({"inspect", "--formula", formula, "--at", at});
        EXPECT_EQ(ended.status, 2) << formula << " at " << at;
        return ended.err;
    };
    EXPECT_EQ(error("x²+y²+z²", "2,1"), "thalweg: --at has 2 coordinates, but the formula has 3 variables: x, y, z\n");
    EXPECT_NE(error("x²+y²+z²", "2,1,nan").find("\"nan\" is not a finite number"), std::string::npos);
    EXPECT_EQ(
        error("x² + a y² + b", "1,2,3"),
        "thalweg: --at has 3 coordinates, but the formula has 2 variables: x, y; a and b are parameters, unless a "
        "heading makes them variables: f(x, y, a, b) = …\n");
}

TEST(Inspect, InfinityIsNullToo) {
    const Ended ended = run_program({"inspect", "--formula", "1/0 + x", "--at", "1,1", "--json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(member(ended.out, "value"), "null");
}

TEST(Inspect, ParametersStartAtOneAndCanBeSet) {
    for (const auto& [set, value] : std::vector<std::pair<std::vector<std::string>, double>>{
             {{}, 13}, {{"--set", "a=2"}, 22}, {{"--set", "a=2", "--set", "b=-1"}, 14}}) {
        std::vector<std::string> arguments = {"inspect", "--formula", "a x^2 + b y^2", "--at", "3,2", "--json"};
        arguments.insert(arguments.end(), set.begin(), set.end());
        const Ended ended = run_program(arguments);
        ASSERT_EQ(ended.status, 0) << ended.err;
        EXPECT_EQ(numbers(member(ended.out, "value")), std::vector<double>{value});
    }
}

TEST(Inspect, NamesLandscapesOfTheCatalogue) {
    const Ended ended = run_program({"inspect", "--landscape", "himmelblau", "--at", "3,2", "--json"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(member(ended.out, "class"), "\"minimum\"");
}

TEST(Inspect, ReadsAloudForPeople) {
    const Ended ended = run_program({"inspect", "--formula", "x^2 y", "--at", "1,2"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    for (const char* words : {"value", "gradient", "Hessian", "eigenvalues", "class", "∂f/∂x"})
        EXPECT_NE(ended.out.find(words), std::string::npos) << words << " in\n" << ended.out;
}

TEST(Inspect, DerivativesOfOneVariableHavePrimes) {
    const Ended ended = run_program({"inspect", "--formula", "J(θ) = θ^3", "--at", "2"});
    EXPECT_NE(ended.out.find("\nf′(θ) = "), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\nf″(θ) = "), std::string::npos) << ended.out;
    EXPECT_EQ(ended.out.find("∂"), std::string::npos) << ended.out;
    const Ended over_a_plane = run_program({"inspect", "--formula", "J(θ) = θ^3", "--at", "2,7"});
    EXPECT_NE(over_a_plane.out.find("∂f/∂θ = "), std::string::npos) << over_a_plane.out;
}

}  // namespace
}  // namespace thalweg
