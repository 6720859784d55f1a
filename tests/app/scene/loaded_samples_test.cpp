#include "app/scene/loaded_samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "app/document/loss_models.h"
#include "app/document/write_file.h"
#include "app/scene/data_part.h"
#include "app/scene/data_sets.h"
#include "app/scene/loaded_source.h"
#include "app/scene/open_data.h"
#include "app/scene/scene.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's own.
class LoadedSamplesTest : public testing::Test {
  protected:
    LoadedSamplesTest() { fs::create_directories(folder_); }
    ~LoadedSamplesTest() override { fs::remove_all(folder_); }

    std::string file(const std::string& name, std::string_view contents) const {
        EXPECT_EQ(write_file(folder_ / name, contents), "");
        return folder_ / name;
    }

    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        (std::string("thalweg-loaded-samples-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(LoadedSamplesTest, KnowTheirFileByItsDigest) {
    const std::string marks = file("marks.csv", "hours,mark\n1,2\n2,4\n");
    const LoadedSamples first = load_samples({.file = marks}).value();
    EXPECT_EQ(first.source.sha256.size(), 64U);
    EXPECT_TRUE(first.reading.notes.empty());
    EXPECT_EQ(load_samples(first.source).value().source, first.source);
    file("marks.csv", "hours,mark\n1,2\n2,5\n");
    const LoadedSamples second = load_samples(first.source).value();
    ASSERT_EQ(second.reading.notes.size(), 1U);
    EXPECT_EQ(second.reading.notes[0], "marks.csv has changed since it was chosen");
    EXPECT_NE(second.source.sha256, first.source.sha256);
}

TEST_F(LoadedSamplesTest, GoOnAsPointsWithTheirNames) {
    const LoadedSamples hubble = load_samples({.set = "hubble"}).value();
    const SampleSource points = as_points(hubble.reading.data);
    EXPECT_EQ(load_samples(points).value().reading.data, hubble.reading.data);
    EXPECT_TRUE(as_points(load_samples({.set = "line"}).value().reading.data).columns.empty()) << "it has no names";
    // A session by hand may name some of its columns, or more than there are.
    EXPECT_EQ(load_samples({.points = {{{1, 2}}}, .columns = {"a"}}).value().reading.data.columns[1].title, "");
    EXPECT_EQ(load_samples({.points = {{{1, 2}}}, .columns = {"a", "b", "c"}}).value().reading.data.columns.size(), 2U);
}

TEST_F(LoadedSamplesTest, AreNotReadAgainByASceneTheyAreOfferedTo) {
    Session session;
    const LoadedSamples loaded = load_samples({.file = file("two.csv", "x,y\n1,2\n2,4\n")}).value();
    ASSERT_EQ(open_data(session, loaded), "");
    fs::remove_all(folder_);
    Scene scene;
    scene.offer({.samples = loaded});
    scene.update(session, 64, 64);
    ASSERT_NE(scene.landscape().data, nullptr) << scene.landscape().complaint;
    EXPECT_EQ(scene.landscape().data->samples.size(), 2U);
    // Nor for another model, which whoever has the scene puts over what was read.
    const auto part = scene.landscape().data;
    ASSERT_EQ(open_model(session, *part->loaded, *find_loss_model("huber")), "");
    scene.update(session, 64, 64);
    EXPECT_EQ(scene.landscape().complaint, "");
    EXPECT_NE(scene.landscape().data, part);
}

TEST_F(LoadedSamplesTest, AreShownWithAWordAboutWhatWasLeftOut) {
    Session session;
    ASSERT_EQ(open_data(session, SampleSource{.file = file("holes.csv", "x,y\n1,2\n2,\n4,6\n")}), "");
    Scene scene;
    scene.update(session, 64, 64);
    EXPECT_EQ(scene.landscape().note, "1 of 3 samples has a number missing and is left out");
    scene.update(session, 64, 64);
    EXPECT_NE(scene.landscape().note, "") << "as long as they are shown";
    ASSERT_EQ(open_data(session, SampleSource{.set = "hubble"}), "");
    scene.update(session, 64, 64);
    EXPECT_EQ(scene.landscape().note, "");
}

/// Means, variances and the line of least squares of samples (x, y).
struct Regression {
    double mean_x = 0, mean_y = 0, variance_x = 0, variance_y = 0, slope = 0, intercept = 0, correlation = 0;
};

Regression regression(const DataSet& data) {
    const auto& x = data.columns[0].numbers;
    const auto& y = data.columns[1].numbers;
    const auto m = static_cast<double>(x.size());
    Regression r;
    for (std::size_t i = 0; i < x.size(); ++i) {
        r.mean_x += x[i] / m;
        r.mean_y += y[i] / m;
    }
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - r.mean_x) * (x[i] - r.mean_x);
        yy += (y[i] - r.mean_y) * (y[i] - r.mean_y);
        xy += (x[i] - r.mean_x) * (y[i] - r.mean_y);
    }
    r.variance_x = xx / (m - 1);
    r.variance_y = yy / (m - 1);
    r.slope = xy / xx;
    r.intercept = r.mean_y - r.slope * r.mean_x;
    r.correlation = xy / std::sqrt(xx * yy);
    return r;
}

DataSet set(const char* name) {
    return load_samples({.set = name}).value().reading.data;
}

TEST(ShippedSets, AnscombesFourAgreeInWhatAnscombeSaysTheyDo) {
    for (const char* name : {"anscombe_1", "anscombe_2", "anscombe_3", "anscombe_4"}) {
        const DataSet data = set(name);
        ASSERT_EQ(data.size(), 11U) << name;
        const Regression r = regression(data);
        EXPECT_NEAR(r.mean_x, 9, 1e-12) << name;
        EXPECT_NEAR(r.variance_x, 11, 1e-12) << name;
        EXPECT_NEAR(r.mean_y, 7.50, 0.005) << name;
        EXPECT_NEAR(r.variance_y, 4.125, 0.003) << name;
        EXPECT_NEAR(r.slope, 0.500, 0.0005) << name;
        EXPECT_NEAR(r.intercept, 3.00, 0.005) << name;
        EXPECT_NEAR(r.correlation, 0.8165, 0.0005) << name;
    }
}

TEST(ShippedSets, HubblesLineIsTheOneOfHisTable) {
    // 454.16 km/s per Mpc and −40.78 km/s: the ordinary least squares of table 1.
    const Regression r = regression(set("hubble"));
    EXPECT_EQ(set("hubble").size(), 24U);
    EXPECT_NEAR(1000 * r.slope, 454.16, 0.005);
    EXPECT_NEAR(1000 * r.intercept, -40.78, 0.005);
}

TEST(ShippedSets, TheORingsHaveTheirKnownLogisticFit) {
    // Where the likelihood of the 23 launches is greatest, 15.0429 − 0.2322 T (Dalal, Fowlkes and Hoadley, 1989), the
    // mean loss has no slope; x is (T − 70)/10.
    const DataSet data = set("o_rings");
    ASSERT_EQ(data.size(), 23U);
    EXPECT_EQ(std::ranges::count(data.columns[1].numbers, 1.0), 7);
    const double w = -2.32163, b = 15.0429 - 0.232163 * 70;
    double slope_w = 0, slope_b = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const double x = data.columns[0].numbers[i];
        const double error = 1 / (1 + std::exp(-(w * x + b))) - data.columns[1].numbers[i];
        slope_w += error * x;
        slope_b += error;
    }
    EXPECT_NEAR(slope_w, 0, 2e-4);
    EXPECT_NEAR(slope_b, 0, 2e-4);
}

TEST(ShippedSets, DrawnOnesAreWhatTheySay) {
    const DataSet tone = set("tone"), mirrored = set("mirrored");
    for (std::size_t i = 0; i < tone.size(); ++i)
        EXPECT_NEAR(tone.columns[1].numbers[i], std::sin(2 * tone.columns[0].numbers[i] + 0.5), 0.5001e-4);
    for (std::size_t i = 0; i < mirrored.size(); i += 2) {
        EXPECT_EQ(mirrored.columns[0].numbers[i], mirrored.columns[0].numbers[i + 1]);
        EXPECT_EQ(mirrored.columns[1].numbers[i], -mirrored.columns[1].numbers[i + 1]);
        EXPECT_NEAR(mirrored.columns[2].numbers[i], std::pow(mirrored.columns[1].numbers[i], 2), 1e-15);
    }
}

TEST(ShippedSets, SayWhereTheyAreFrom) {
    ASSERT_FALSE(data_set_names().empty());
    for (const std::string& name : data_set_names()) {
        std::ifstream file(data_set_file(name).value());
        std::string words;
        for (std::string line; std::getline(file, line) && line.starts_with('#');) words += line;
        const bool cited = std::ranges::count_if(words, [](char c) { return c >= '0' && c <= '9'; }) >= 4;
        EXPECT_TRUE(cited || words.find("Drawn for Thalweg") != std::string::npos) << name << ": " << words;
    }
}

}  // namespace
}  // namespace thalweg
