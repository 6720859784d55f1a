#include "app/document/loss_models.h"

#include <gtest/gtest.h>

#include "app/document/catalogue.h"
#include "core/formula/formula.h"

namespace thalweg {
namespace {

TEST(LossModels, AreWrittenAsTheCatalogueHasThem) {
    const auto catalogue = load_catalogue(std::string(THALWEG_ASSETS) + "/landscapes.toml");
    for (const LossModel& model : loss_models()) {
        const LandscapeEntry* const entry = catalogue->find(model.id);
        ASSERT_NE(entry, nullptr) << model.id;
        EXPECT_EQ(model_of(entry->formula), &model) << entry->formula;
        EXPECT_EQ(entry->task, model.task) << model.id;
        const bool plane = entry->formula.starts_with("J(w₁");
        EXPECT_EQ(write_model(model, plane ? 2 : 1).prediction, entry->prediction);
    }
}

TEST(LossModels, CanBeReadForAnyNumberOfFeatures) {
    for (const LossModel& model : loss_models()) {
        for (const std::size_t features : {1U, 2U, 3U, 8U, 30U}) {
            const WrittenModel written = write_model(model, features);
            const auto loss = Formula::parse(written.formula);
            ASSERT_TRUE(loss) << written.formula << ": " << loss.error().message;
            EXPECT_EQ(loss->variables().size(), 2U);
            EXPECT_EQ(model_of(written.formula), &model);
            // What is neither a parameter that was given nor a column would silently be 1.
            for (const std::string& name : loss->parameters())
                EXPECT_TRUE(name.starts_with('x') || name == "y" || written.parameters.contains(name)) << name;
            for (const auto& [name, value] : written.parameters)
                EXPECT_NE(std::ranges::find(loss->parameters(), name), loss->parameters().end()) << name;
        }
    }
    EXPECT_EQ(model_of("J(w, b) = (y - w x)^2"), nullptr);
}

}  // namespace
}  // namespace thalweg
