#include "app/scene/run_titles.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace thalweg {
namespace {

std::vector<std::string> titles_of(std::initializer_list<const char*> methods) {
    Session session;
    session.optimizers.clear();
    for (const char* method : methods) add_optimizer(session, *parse_optimizer(method));
    return run_titles(session.optimizers);
}

using Titles = std::vector<std::string>;

TEST(RunTitles, AreThePlainOnesWhereTheseDiffer) {
    EXPECT_EQ(titles_of({"sgd lr=0.1", "adam lr=0.1"}), (Titles{"Gradient descent", "Adam"}));
    EXPECT_TRUE(titles_of({}).empty());
}

TEST(RunTitles, OfNamesakesTellTheFirstSettingInWhichTheyDiffer) {
    EXPECT_EQ(titles_of({"adam lr=0.1", "sgd lr=0.1", "adam lr=0.025"}),
              (Titles{"Adam, η = 0.1", "Gradient descent", "Adam, η = 0.025"}));
    EXPECT_EQ(titles_of({"sgd lr=0.1 momentum=0.5", "sgd lr=0.1 momentum=0.9"}),
              (Titles{"Momentum, μ = 0.5", "Momentum, μ = 0.9"}));
}

TEST(RunTitles, OfNamesakesTellTheirSchedulesWhereTheMethodsAreEqual) {
    EXPECT_EQ(titles_of({"sgd lr=0.2", "sgd lr=0.2 | schedule cosine_annealing", "sgd lr=0.2 | clip norm"}),
              (Titles{"Gradient descent", "Gradient descent, cosine annealing η", "Gradient descent, clipped"}));
}

TEST(RunTitles, OfNamesakesThatNoSettingTellsApartAreNumbered) {
    EXPECT_EQ(titles_of({"sgd lr=0.1", "adam", "sgd lr=0.1"}),
              (Titles{"Gradient descent 1", "Adam", "Gradient descent 2"}));
    EXPECT_EQ(titles_of({"adam lr=0.1", "adam lr=0.1 beta1=0.5", "adam lr=0.2 beta1=0.5"}),
              (Titles{"Adam 1", "Adam 2", "Adam 3"}));
}

TEST(RunTitles, CountThoseThatSeeAllSamplesApart) {
    Session session;
    session.optimizers.clear();
    for (int i = 0; i < 2; ++i) add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    session.optimizers[0].whole = true;
    EXPECT_EQ(run_title(session, 0), "Gradient descent, all samples");
    EXPECT_EQ(run_title(session, 1), "Gradient descent");
}

}  // namespace
}  // namespace thalweg
