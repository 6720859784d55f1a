#include "app/studio/importer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/document/write_file.h"
#include "app/scene/data_part.h"

namespace thalweg {
namespace {

std::string sample(const char* name) {
    return std::string(THALWEG_TEST_DATA "/grids/") + name;
}

/// A dialog, and what its answers go into.
class ImporterTest : public testing::Test {
  protected:
    void ask(const char* name, std::vector<std::string> grids, bool as_trajectory = false) {
        dialog_ = {.open = true,
                   .file = sample(name),
                   .grids = std::move(grids),
                   .may_be_trajectory = as_trajectory,
                   .way = as_trajectory ? ImportWay::path : ImportWay::surface};
        wait();
    }
    void wait() {
        importer_.go_on(dialog_);
        while (dialog_.reading) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            importer_.go_on(dialog_);
        }
        importer_.go_on(dialog_);
    }

    Importer importer_;
    ImportDialog dialog_;
    Session session_;
    Scene scene_;
};

TEST_F(ImporterTest, SaysWhatWasUnderstoodBeforeItOpens) {
    const Session before = session_;
    ask("loss_landscape.h5", {"train_loss", "train_acc"});
    EXPECT_EQ(dialog_.problem, "");
    EXPECT_NE(dialog_.understood.find("train_loss"), std::string::npos) << dialog_.understood;
    dialog_.grid = 1;
    wait();
    EXPECT_NE(dialog_.understood.find("train_acc"), std::string::npos) << dialog_.understood;
    EXPECT_EQ(session_, before);

    const std::string said = importer_.take(dialog_, session_, scene_);
    EXPECT_NE(said.find("train_acc"), std::string::npos) << said;
    EXPECT_FALSE(dialog_.open);
    EXPECT_EQ(session_.landscape.source, LandscapeSource::grid);
    EXPECT_EQ(session_.landscape.grid.array, "train_acc");
    EXPECT_EQ(session_.display.map, session_.landscape.domain);
    ASSERT_FALSE(session_.starts.empty());
    scene_.update(session_, 64, 64);
    scene_.finish();
    EXPECT_NE(scene_.landscape().landscape, nullptr) << scene_.landscape().complaint;
}

TEST_F(ImporterTest, WhatCannotBeOpenedIsSaidAndNotTaken) {
    const Session before = session_;
    ask("complex.npy", {""});
    EXPECT_NE(dialog_.problem.find("complex"), std::string::npos) << dialog_.problem;
    importer_.take(dialog_, session_, scene_);
    EXPECT_EQ(session_, before);
}

TEST_F(ImporterTest, TakesAPathToo) {
    ask("path.npz", {}, true);
    EXPECT_EQ(dialog_.problem, "");
    importer_.take(dialog_, session_, scene_);
    ASSERT_EQ(session_.trajectories.size(), 1U);
    EXPECT_EQ(session_.trajectories[0].file, sample("path.npz"));
}

TEST_F(ImporterTest, HandsSamplesToTheSceneAsTheyWereRead) {
    namespace fs = std::filesystem;
    const fs::path file = fs::path(testing::TempDir()) / "thalweg-importer-samples.csv";
    ASSERT_EQ(write_file(file, "hours,mark\n1,2\n2,\n3,6\n4,7\n"), "");
    dialog_ = {.open = true, .file = file, .may_be_samples = true, .way = ImportWay::samples};
    wait();
    EXPECT_EQ(dialog_.problem, "");
    EXPECT_EQ(dialog_.understood,
              "4 samples of x (hours), y (mark). 1 of 4 samples has a number missing and is left out.");
    ASSERT_NE(dialog_.samples, nullptr);
    EXPECT_EQ(dialog_.samples->size(), 3U);
    // Nobody needs the file any more.
    fs::remove(file);
    importer_.take(dialog_, session_, scene_);
    EXPECT_EQ(session_.landscape.data.samples.file, file.string());
    EXPECT_EQ(session_.landscape.data.samples.sha256.size(), 64U);
    scene_.update(session_, 64, 64);
    ASSERT_NE(scene_.landscape().data, nullptr) << scene_.landscape().complaint;
    EXPECT_EQ(scene_.landscape().data->samples, *dialog_.samples);
}

}  // namespace
}  // namespace thalweg
