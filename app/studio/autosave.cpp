#include "app/studio/autosave.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "app/document/write_file.h"

namespace thalweg {
namespace {

/// The least time between two writes: a turning wheel edits with every frame.
constexpr std::chrono::milliseconds pause{250};

/// Whether the two differ in more than the step that is shown.
bool edited(const KeptSession& now, const KeptSession& before) {
    const Session& a = now.session;
    const Session& b = before.session;
    return !same_document(a, b) || a.display != b.display || now.home != before.home;
}

}  // namespace

Autosave::Autosave(std::filesystem::path folder, KeptSession opened, std::function<void()> wake)
    : folder_(std::move(folder)), wake_(std::move(wake)), seen_(std::move(opened)), thread_([this] { work(); }) {}

Autosave::~Autosave() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Autosave::follow(const KeptSession& now, bool gesture, bool playing) {
    if (gesture) return;
    const bool stepped = written_ && !playing && now.session.playback != seen_.session.playback;
    if (!stepped && !edited(now, seen_)) return;
    seen_ = now;
    written_ = true;
    {
        const std::scoped_lock lock(mutex_);
        pending_ = now;
    }
    changed_.notify_one();
}

void Autosave::go_on_in(KeptPlace place, const KeptSession& now) {
    seen_ = now;
    written_ = true;
    {
        const std::scoped_lock lock(mutex_);
        pending_ = now;
        pending_place_ = std::move(place);
    }
    changed_.notify_one();
}

std::optional<std::string> Autosave::complaint() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(complaint_, std::nullopt);
}

void Autosave::end_well(const std::filesystem::path& last) {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
    if (place_) place_->move_to(last);
    place_.reset();
}

void Autosave::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return pending_ || ending_; });
        if (!pending_) return;
        const KeptSession kept = *std::exchange(pending_, std::nullopt);
        std::optional<KeptPlace> other = std::exchange(pending_place_, std::nullopt);
        lock.unlock();
        write(kept, std::move(other));
        lock.lock();
        changed_.wait_for(lock, pause, [this] { return ending_; });
    }
}

void Autosave::write(const KeptSession& kept, std::optional<KeptPlace> other_place) {
    if (other_place) std::swap(place_, other_place);
    std::string error;
    if (!place_) {
        auto made = KeptPlace::make(folder_);
        if (made)
            place_ = *std::move(made);
        else
            error = made.error();
    }
    if (place_) error = write_file(place_->file(), to_text(kept));
    if (other_place && error.empty()) other_place->remove();  // the place until now
    if (error.empty() || std::exchange(complained_, true)) return;
    {
        const std::scoped_lock lock(mutex_);
        complaint_ = fmt::format("Edits are not kept against a crash: {}", error);
    }
    wake_();
}

}  // namespace thalweg
