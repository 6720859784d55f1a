#include "core/samples/data_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/samples/generators.h"

namespace thalweg {
namespace {

using Numbers = std::vector<double>;

TEST(NameClasses, calls_the_smaller_value_0_and_the_larger_1) {
    const Numbers labels = {-1, 1, 1, -1}, two_and_five = {5, 2, 2, 5};
    for (const Numbers& given : {labels, two_and_five}) {
        DataSet data = from_rows(std::vector<Numbers>{{0, given[0]}, {0, given[1]}, {0, given[2]}, {0, given[3]}}, 2);
        ASSERT_TRUE(name_classes(data));
        const double first = given[0] < given[1] ? 0 : 1;
        EXPECT_EQ(data.columns.back().numbers, (Numbers{first, 1 - first, 1 - first, first}));
    }
    DataSet ones = from_rows(std::vector<Numbers>{{0, 1}, {0, 1}}, 2);
    EXPECT_TRUE(name_classes(ones));
    EXPECT_EQ(ones.columns.back().numbers, (Numbers{1, 1}));
    DataSet three = from_rows(std::vector<Numbers>{{0, 1}, {0, 2}, {0, 3}}, 2);
    EXPECT_EQ(name_classes(three).error(),
              "the target has 3 values, where the two classes need two values, such as 0 and 1");
}

TEST(DataColumns, are_called_as_formulas_and_files_do) {
    EXPECT_EQ(words({.name = "x", .title = "distance", .numbers = {}}), "x (distance)");
    EXPECT_EQ(words({.name = "x", .title = "x", .numbers = {}}), "x");
    EXPECT_EQ(words({.name = "y", .title = "", .numbers = {}}), "y");
}

TEST(Split, parts_all_samples_and_keeps_one_to_descend_on) {
    for (const double share : {0.0, 0.25, 1.0}) {
        const Split parts = split(40, share, 3);
        EXPECT_EQ(parts.validation.size(), std::min<std::size_t>(static_cast<std::size_t>(share * 40), 39));
        std::vector<std::uint32_t> all = parts.training;
        all.insert(all.end(), parts.validation.begin(), parts.validation.end());
        EXPECT_TRUE(std::ranges::is_sorted(parts.training));
        EXPECT_TRUE(std::ranges::is_sorted(parts.validation));
        std::ranges::sort(all);
        for (std::uint32_t i = 0; i < 40; ++i) EXPECT_EQ(all.at(i), i);
    }
    EXPECT_EQ(split(40, 0.5, 3).training, split(40, 0.5, 3).training);
    EXPECT_NE(split(40, 0.5, 3).training, split(40, 0.5, 4).training);
    EXPECT_EQ(split(1, 0.9, 1).training.size(), 1U);
}

TEST(Generators, draw_the_same_samples_for_the_same_seed) {
    for (const std::string_view name : generator_names()) {
        const auto with = [&](const std::string& settings) {
            return generate(parse_generator(std::string(name) + settings).value());
        };
        const DataSet data = with(" samples=31 seed=5");
        EXPECT_EQ(data.size(), 31U) << name;
        EXPECT_EQ(data, with(" seed=5 samples=31")) << name;
        EXPECT_NE(data, with(" samples=31 seed=6")) << name;
        EXPECT_EQ(data.columns.back().name, "y");
        for (const DataColumn& column : data.columns)
            for (const double number : column.numbers) EXPECT_EQ(number, std::round(number * 1000) / 1000) << name;
    }
}

TEST(Generators, draw_what_their_settings_say) {
    const DataSet exact = generate(parse_generator("line noise=0 slope=2 intercept=-1 outliers=3 samples=20").value());
    for (std::size_t i = 0; i < 20; ++i) {
        const double above = exact.columns[1].numbers[i] - (2 * exact.columns[0].numbers[i] - 1);
        if (i < 17) {
            EXPECT_NEAR(above, 0, 1e-3);
        } else {
            EXPECT_GT(above, 4.9);
        }
    }
    const DataSet blobs = generate(parse_generator("blobs samples=7 noise=0 distance=2").value());
    EXPECT_EQ(blobs.columns[0].numbers[0], -0.707);
    EXPECT_EQ(blobs.columns[1].numbers[6], 0.707);
    EXPECT_EQ(std::ranges::count(blobs.columns[2].numbers, 1.0), 3);
    const DataSet moons = generate(parse_generator("moons samples=2 noise=0").value());
    EXPECT_EQ(moons.columns[0].numbers, (Numbers{0.5, -0.5}));
    EXPECT_FALSE(parse_generator("line samples=0"));
    EXPECT_FALSE(parse_generator("line samples=10001"));
    EXPECT_EQ(to_text(parse_generator("moons noise=0.2").value()), "moons noise=0.2");
}

}  // namespace
}  // namespace thalweg
