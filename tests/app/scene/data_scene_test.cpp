#include <gtest/gtest.h>

#include <cmath>

#include "app/document/catalogue.h"
#include "app/document/session_file.h"
#include "app/scene/data_part.h"
#include "app/scene/open_data.h"
#include "app/scene/scene.h"
#include "core/descent/run.h"
#include "core/landscape/model_prediction.h"

namespace thalweg {
namespace {

Catalogue catalogue() {
    return load_catalogue(std::string(THALWEG_ASSETS) + "/landscapes.toml").value();
}

Session opened(std::string_view id) {
    const Catalogue all = catalogue();
    Session session;
    open_landscape(session, *all.find(id));
    return session;
}

using Names = std::vector<std::string>;

TEST(DataScene, shows_the_loss_over_its_weights_with_sliders_for_the_rest) {
    Session session = opened("linear");
    Scene scene;
    scene.update(session, 400, 300);
    scene.finish();
    const LandscapePart& part = scene.landscape();
    ASSERT_NE(part.data, nullptr) << part.complaint;
    EXPECT_EQ(part.names, (Names{"w", "b"}));
    EXPECT_EQ(part.parameters, (Names{"λ1", "λ2"}));
    EXPECT_EQ(part.formula, nullptr);
    ASSERT_EQ(scene.stationary().report.points.size(), 1U);
    EXPECT_EQ(scene.stationary().report.points[0].kind, StationaryClass::minimum);
    for (const Path& path : scene.paths().paths)
        EXPECT_LT(path.trajectory.losses.back(), path.trajectory.losses.front());

    // A sample that is moved moves the surface.
    const double before = scene.inspect(1, 1)->value;
    session.landscape.data.samples = as_points(part.data->samples);
    scene.update(session, 400, 300);
    EXPECT_EQ(scene.inspect(1, 1)->value, before);
    session.landscape.data.samples.points[3].numbers[1] += 5;
    scene.update(session, 400, 300);
    EXPECT_GT(scene.inspect(1, 1)->value, before);
}

TEST(DataScene, keeps_the_last_good_surface_and_says_what_is_wrong) {
    Session session = opened("linear");
    Scene scene;
    scene.update(session, 400, 300);
    const auto good = scene.landscape().landscape;
    session.landscape.data.samples.set = "nothing of the kind";
    scene.update(session, 400, 300);
    EXPECT_TRUE(
        scene.landscape().complaint.starts_with("there is no data set \"nothing of the kind\"; there are anscombe_1"))
        << scene.landscape().complaint;
    EXPECT_EQ(scene.landscape().landscape, good);
    session.landscape.data = {.samples = {.set = "line"}, .task = DataTask::classes};
    scene.update(session, 400, 300);
    EXPECT_EQ(scene.landscape().complaint,
              "line: the target has 40 values, where the two classes need two values, such as 0 and 1");
    session.landscape.data = {.samples = {.set = "line"}};
    session.landscape.formula = "J(w) = (y - w x)^2";
    scene.update(session, 400, 300);
    ASSERT_TRUE(scene.landscape().error);
    EXPECT_EQ(scene.landscape().error->message,
              "a loss is a surface over two of its weights, not 1; begin with J(w, b) = and the two");
}

TEST(OpenData, keeps_the_loss_that_is_there_for_as_many_features_as_there_are) {
    Session session = opened("hinge");
    session.landscape.parameters["λ2"] = 0.125;
    ASSERT_EQ(open_data(session, SampleSource{.set = "o_rings"}), "");
    EXPECT_EQ(model_of(session.landscape.formula), find_loss_model("hinge"));
    EXPECT_TRUE(session.landscape.formula.starts_with("J(w, b) = relu(1 - (2y - 1)*(w x + b))"))
        << session.landscape.formula;
    EXPECT_EQ(session.landscape.parameters.at("λ2"), 0.125);
    Scene scene;
    scene.update(session, 64, 64);
    EXPECT_EQ(scene.landscape().complaint, "");
    ASSERT_EQ(open_data(session, SampleSource{.set = "hubble"}), "") << "no classes: the loss gives way";
    EXPECT_EQ(model_of(session.landscape.formula), find_loss_model("linear"));
    const LoadedSamples hubble = load_samples({.set = "hubble"}).value();
    ASSERT_EQ(open_model(session, hubble, *find_loss_model("huber")), "");
    EXPECT_EQ(session.landscape.parameters.at("δ"), 0.5);
    const Session before = session;
    EXPECT_NE(open_model(session, hubble, *find_loss_model("logistic")), "");
    EXPECT_EQ(session, before);
}

TEST(DataScene, goes_through_a_file_and_back) {
    Session session = opened("two_weights");
    session.landscape.data.batches = {.size = 7, .sampling = Sampling::replacement, .seed = 3};
    session.landscape.data.held_out = {.share = 0.25, .patience = 4};
    session.landscape.data.samples = {.points = {{{0.5, -1.25, 1}}, {{0.1, 2, 0}}}, .columns = {"width", "", "kind"}};
    session.optimizers.front().whole = true;
    session.display.data.batch_surface = true;
    const auto reading = parse_session(to_toml(session), "test");
    ASSERT_TRUE(reading) << reading.error();
    EXPECT_TRUE(reading->warnings.empty()) << reading->warnings.front();
    EXPECT_EQ(reading->session, session);
}

/// Where the two runs of a row of the catalogue end, with batches drawn by this seed: in batches, and on the whole.
std::array<double, 2> last_losses(const LandscapeEntry& entry, int seed) {
    LandscapeChoice choice = landscape_choice(entry);
    choice.data.batches.seed = seed;
    const auto part = DataMaker().make(choice, Formula::parse(choice.formula).value()).value();
    const Optimizer optimizer = parse_optimizer(entry.optimizers.front()).value();
    std::array<double, 2> losses{};
    EXPECT_EQ(entry.optimizers[0], entry.optimizers[1]);
    EXPECT_EQ(entry.whole, std::vector{1});
    for (const bool whole : {false, true}) {
        const RunRequest request{
            .start = {entry.starts[0][0], entry.starts[0][1]}, .optimizer = optimizer, .whole = whole};
        losses[whole ? 1 : 0] = run(*part->landscape, request, {.steps = entry.steps}).losses.back();
    }
    return losses;
}

TEST(DataCatalogue, noise_leaves_saddle_and_pit_with_every_seed_and_the_whole_set_never_does) {
    const Catalogue all = catalogue();
    for (const char* id : {"data_saddle", "data_pit"}) {
        const LandscapeEntry& entry = *all.find(id);
        for (int seed = 1; seed <= 100; ++seed) {
            const auto [in_batches, on_the_whole] = last_losses(entry, seed);
            EXPECT_LT(in_batches, 1e-3) << id << ", seed " << seed;
            EXPECT_GT(on_the_whole, 0.1) << id;
        }
    }
}

TEST(DataCatalogue, every_row_descends) {
    for (const LandscapeEntry& entry : catalogue().landscapes) {
        if (entry.data.empty()) continue;
        const LandscapeChoice choice = landscape_choice(entry);
        const Formula loss = Formula::parse(choice.formula).value();
        const auto part = DataMaker().make(choice, loss);
        ASSERT_TRUE(part) << entry.id << ": " << part.error();
        for (const std::string& name : loss.parameters())
            EXPECT_TRUE(is_column((*part)->samples, name) || choice.parameters.contains(name))
                << entry.id << ", " << name;
        EXPECT_TRUE(ModelPrediction::parse(choice.data.prediction, loss, (*part)->samples, choice.parameters))
            << entry.id;
        for (const std::string& text : entry.optimizers) {
            const auto descent = run(*(*part)->landscape, std::vector{entry.starts[0][0], entry.starts[0][1]},
                                     parse_optimizer(text).value(), {.steps = entry.steps});
            EXPECT_LT(descent.losses.back(), 0.95 * descent.losses.front()) << entry.id << ", " << text;
            EXPECT_TRUE(entry.domain.contains(descent.positions[0], descent.positions[1])) << entry.id;
            const auto end = descent.position(descent.rows() - 1);
            EXPECT_TRUE(entry.domain.contains(end[0], end[1])) << entry.id << ", " << text;
        }
    }
}

}  // namespace
}  // namespace thalweg
