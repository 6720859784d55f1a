#pragma once

#include <string>

#include "app/document/loss_models.h"
#include "app/document/session.h"
#include "app/scene/loaded_samples.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// The model for samples that nobody has chosen one for: a line or a plane for a number, logistic regression for two
/// classes.
const LossModel& suggested_model(const DataSet& samples);

/// Writes the loss of a choice anew for as many features as the samples have, where it is one of loss_models().
void suit_model(LandscapeChoice& choice, const DataSet& samples);

/// Puts other samples in the place of what is descended: under the loss that is there, if it is or can be written as
/// one of theirs, else under one that suits them; the domain is fitted to the loss, and starts outside of it are moved
/// in. The error is one sentence; then nothing was changed.
std::string open_data(Session& session, const LoadedSamples& samples);
std::string open_data(Session& session, const SampleSource& samples);

/// Puts another model over the session's samples, likewise.
std::string open_model(Session& session, const LoadedSamples& samples, const LossModel& model);

}  // namespace thalweg
