#include "core/data/data_set_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/core/data/sample_files.h"

namespace thalweg {
namespace {

std::expected<DataReading, std::string> data_in(std::string_view text) {
    const auto file = open_arrays(bytes_of(text));
    return file ? read_data_set(**file) : std::unexpected(file.error());
}

std::string data_error(std::string_view text) {
    const auto data = data_in(text);
    return data ? "" : data.error();
}

std::vector<std::string> names(const DataSet& data) {
    std::vector<std::string> all;
    for (const DataColumn& column : data.columns) all.push_back(column.name);
    return all;
}

using Names = std::vector<std::string>;
using Numbers = std::vector<double>;

TEST(DataSetFile, takes_the_last_column_for_the_target) {
    const auto data = data_in("hours,sleep,mark\n1,8,2\n2,7,3\n").value().data;
    EXPECT_EQ(names(data), (Names{"x1", "x2", "y"}));
    EXPECT_EQ(data.columns[1].title, "sleep");
    EXPECT_EQ(data.columns[2].numbers, (Numbers{2, 3}));
}

TEST(DataSetFile, knows_a_target_by_its_name_wherever_it_stands) {
    const auto data = data_in("Y,x\n5,1\n6,2\n").value().data;
    EXPECT_EQ(names(data), (Names{"x", "y"}));
    EXPECT_EQ(data.columns[0].numbers, (Numbers{1, 2}));
    EXPECT_EQ(data.columns[1].numbers, (Numbers{5, 6}));
}

TEST(DataSetFile, reads_lines_without_names) {
    const auto data = data_in("1 2\n3 4\n5 6\n").value().data;
    EXPECT_EQ(names(data), (Names{"x", "y"}));
    EXPECT_EQ(data.columns[0].numbers, (Numbers{1, 3, 5}));
}

TEST(DataSetFile, leaves_out_samples_with_a_missing_number_and_says_so) {
    const auto reading = data_in("x,y\n1,2\n,3\nnan,4\n5,6\n").value();
    EXPECT_EQ(reading.data.columns[1].numbers, (Numbers{2, 6}));
    ASSERT_EQ(reading.notes.size(), 1U);
    EXPECT_EQ(reading.notes[0], "2 of 4 samples have a number missing and are left out");
}

TEST(DataSetFile, draws_from_more_than_it_takes_and_says_so) {
    std::string text = "x,y\n";
    for (int i = 0; i < 25'000; ++i) text += std::to_string(i) + "," + std::to_string(-i) + "\n";
    const auto reading = data_in(text).value();
    EXPECT_EQ(reading.data.size(), most_samples);
    ASSERT_EQ(reading.notes.size(), 1U);
    EXPECT_EQ(reading.notes[0], "of 25000 samples 10000 are used, drawn at random");
    const Numbers& x = reading.data.columns[0].numbers;
    EXPECT_TRUE(std::ranges::is_sorted(x));
    EXPECT_EQ(std::set<double>(x.begin(), x.end()).size(), most_samples);
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_EQ(reading.data.columns[1].numbers[i], -x[i]);
}

TEST(DataSetFile, says_what_is_missing) {
    EXPECT_EQ(data_error("x\n1\n2\n"), "has one column; samples need a feature and a target");
    EXPECT_EQ(data_error("x,y\n1,nan\nnan,2\n"), "has a number missing in every sample");
    EXPECT_NE(data_error("x,y\n1,blue\n"), "");
    EXPECT_NE(data_error(""), "");
}

}  // namespace
}  // namespace thalweg
