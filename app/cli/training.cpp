#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/numbers.h"
#include "app/cli/optimizer_options.h"
#include "core/network/index_study.h"
#include "core/samples/generators.h"

namespace thalweg {
namespace {

struct TrainingOptions {
    std::string hidden = "6", steps = "2000", trainings = "6", looks = "40", searches = "8", seed = "1";
    std::string spread = "1", decay = "0.001";
    std::string data{usual_training_data};
    std::vector<std::string> optimizers;
    std::optional<std::string> csv;
    bool json = false, progress = false;
};

void put(JsonWriter& json, std::string_view key, std::span<const Look> looks) {
    json.key(key);
    json.begin_list();
    for (const Look& look : looks) {
        json.begin_object();
        json.member("training", look.training);
        json.member("step", look.step);
        json.member("loss", look.spectrum.loss);
        json.member("gradient_norm", look.spectrum.gradient_norm);
        json.member("negative_share", look.spectrum.negative_share);
        json.member("eigenvalues", std::span<const double>(look.spectrum.eigenvalues));
        json.end_object();
    }
    json.end_list();
}

std::string as_json(const IndexStudy& study, const TrainingPlan& plan) {
    JsonWriter json;
    json.begin_object();
    json.member("weights", plan.network.weights());
    json.member("searched", study.searched);
    json.member("found", study.found);
    put(json, "along", study.along);
    put(json, "stationary", study.stationary);
    json.end_object();
    return std::move(json).text();
}

std::string as_csv(const IndexStudy& study) {
    std::string text = "what,training,step,loss,gradient_norm,negative_share,least_eigenvalue,largest_eigenvalue\n";
    const auto rows = [&](std::string_view what, std::span<const Look> looks) {
        for (const Look& look : looks)
            fmt::format_to(std::back_inserter(text), "{},{},{},{:.17g},{:.17g},{:.17g},{:.17g},{:.17g}\n", what,
                           look.training, look.step, look.spectrum.loss, look.spectrum.gradient_norm,
                           look.spectrum.negative_share, look.spectrum.eigenvalues.front(),
                           look.spectrum.eigenvalues.back());
    };
    rows("iterate", study.along);
    rows("stationary", study.stationary);
    return text;
}

std::string as_text(const IndexStudy& study, const TrainingPlan& plan) {
    std::string text =
        fmt::format("Loss and negative share of the Hessian's {} eigenvalues along the first of {} trainings:\n",
                    plan.network.weights(), plan.trainings);
    const auto row = [&](const Look& look) {
        return fmt::format("{:>8}  loss {:<12.6g} negative {:5.1f} %  eigenvalues {:.4g} to {:.4g}\n", look.step,
                           look.spectrum.loss, 100 * look.spectrum.negative_share, look.spectrum.eigenvalues.front(),
                           look.spectrum.eigenvalues.back());
    };
    for (const Look& look : study.along)
        if (look.training == 0) text += row(look);
    text += fmt::format("Stationary points, by falling loss ({} of {} searches arrived at {} different ones):\n",
                        study.found, study.searched, study.stationary.size());
    for (const Look& point : by_falling_loss(study.stationary)) text += row(point);
    return text;
}

std::expected<DataSet, std::string> read_data(const std::string& text) {
    const auto generator = parse_generator(text);
    if (!generator) return std::unexpected("--data: " + generator.error());
    DataSet data = generate(*generator);
    if (std::string problem = not_for_networks(data); !problem.empty())
        return std::unexpected(fmt::format("--data \"{}\": {}", text, problem));
    return data;
}

std::expected<double, std::string> one_number(const std::string& text, const char* option) {
    const auto numbers = parse_numbers(text, option);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() != 1 || !(numbers->front() >= 0.0))
        return std::unexpected(fmt::format("{} \"{}\": give one number that is not negative", option, text));
    return numbers->front();
}

std::expected<TrainingPlan, std::string> read_plan(const TrainingOptions& options) {
    TrainingPlan plan;
    if (!options.optimizers.empty()) {
        auto optimizer = one_optimizer(options.optimizers, "training");
        if (!optimizer) return std::unexpected(optimizer.error());
        plan.optimizer = *std::move(optimizer);
    }
    std::string error;
    const auto count = [&](const std::string& text, const char* option, const char* what, int least, int most) {
        const auto number = parse_count(text, option, what, least, most);
        if (!number && error.empty()) error = number.error();
        return number.value_or(least);
    };
    plan.network.hidden = count(options.hidden, "--hidden", "a number of hidden units", 1, most_hidden);
    plan.steps = count(options.steps, "--steps", "a number of steps", 0, 100'000);
    plan.trainings = count(options.trainings, "--trainings", "a number of trainings", 1, 1000);
    plan.looks = count(options.looks, "--looks", "a number of looks", 1, 10'000);
    plan.searches = count(options.searches, "--searches", "a number of searches", 0, 10'000);
    plan.seed = static_cast<std::uint64_t>(count(options.seed, "--seed", "a seed", 0, 1'000'000'000));
    if (!error.empty()) return std::unexpected(error);
    const auto spread = one_number(options.spread, "--spread"), decay = one_number(options.decay, "--decay");
    if (!spread) return std::unexpected(spread.error());
    if (!decay) return std::unexpected(decay.error());
    plan.spread = *spread;
    plan.network.decay = *decay;
    return plan;
}

Outcome training(const TrainingOptions& options) {
    LongWork work(options.progress);
    const auto plan = read_plan(options);
    if (!plan) return std::unexpected(plan.error());
    const auto data = read_data(options.data);
    if (!data) return std::unexpected(data.error());
    const IndexStudy study = study_index(*plan, *data, work.stop(), work.part());
    if (study.cancelled) return std::unexpected("training was interrupted");
    if (options.csv)
        if (Outcome done = write_or_print(*options.csv, as_csv(study)); !done) return done;
    if (options.json) return print(as_json(study, *plan));
    return options.csv == "-" ? Outcome{} : print(as_text(study, *plan));
}

}  // namespace

void add_training(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<TrainingOptions>();
    CLI::App* command = program.add_subcommand(
        "training",
        "a small network's training: how many of the Hessian's eigenvalues are negative, and how high the loss is");
    const auto number = [&](const char* name, std::string& target, const char* help) {
        command->add_option(name, target, help)->type_name("N")->capture_default_str();
    };
    number("--hidden", options->hidden, "tanh units of the one hidden layer, 1 to 15; 4 weights each and 1");
    number("--steps", options->steps, "of each training");
    number("--trainings", options->trainings, "how many, each from first weights of its own");
    number("--looks", options->looks, "at the curvature along each training");
    number("--searches", options->searches, "for a stationary point, from so many of the looks of each training");
    number("--spread", options->spread, "standard deviation of the first weights");
    number("--decay", options->decay, "the loss has half of it times the weights' squares");
    number("--seed", options->seed, "of the first training; each further one has the next");
    command->add_option("--data", options->data, "two classes of points: moons or blobs, with their settings")
        ->type_name("TEXT")
        ->capture_default_str();
    add_optimizer_options(*command, options->optimizers);
    command->add_option("--csv", options->csv, "a table with a row for each look and point; - is standard output")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "with all eigenvalues, as JSON");
    add_progress_option(*command, options->progress);
    command->callback([options, &chosen] { chosen = [options] { return training(*options); }; });
}

}  // namespace thalweg
