#include <fmt/format.h>
#include <hdf5.h>

#include <array>
#include <mutex>
#include <string_view>
#include <utility>

#include "core/data/array_file.h"
#include "core/data/grid_data.h"

namespace thalweg {
namespace {

/// Owns one of the library's identifiers.
class Handle {
  public:
    Handle(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {}
    ~Handle() {
        if (id_ >= 0) close_(id_);
    }
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    Handle& operator=(Handle&&) = delete;

    bool ok() const { return id_ >= 0; }
    hid_t get() const { return id_; }

  private:
    hid_t id_;
    herr_t (*close_)(hid_t);
};

/// The library has one state for the whole process, and Debian builds it without locks of its own: it is used by one
/// thread at a time.
std::unique_lock<std::mutex> library() {
    static std::mutex mutex;
    std::unique_lock lock(mutex);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // errors are told in our own words
    H5PLset_loading_state(0);                     // a file is no reason to load code
    return lock;
}

constexpr const char* damaged = "is an HDF5 file that is cut short or damaged";

/// Has the library work on our bytes instead of copies of its own, of which it would make two.
H5FD_file_image_callbacks_t without_copies(std::byte* image) {
    return {.image_malloc = [](std::size_t, H5FD_file_image_op_t, void* ours) { return ours; },
            .image_memcpy = [](void* to, const void*, std::size_t, H5FD_file_image_op_t, void*) { return to; },
            .image_realloc = [](void*, std::size_t, H5FD_file_image_op_t, void*) -> void* { return nullptr; },
            .image_free = [](void*, H5FD_file_image_op_t, void*) -> herr_t { return 0; },
            .udata_copy = [](void* ours) { return ours; },
            .udata_free = [](void*) -> herr_t { return 0; },
            .udata = image};
}

/// A file that lies in memory; nothing is ever written.
Handle open_image(std::span<const std::byte> bytes) {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    constexpr std::size_t increment = 1U << 16U;
    auto* image = const_cast<std::byte*>(bytes.data());
    H5FD_file_image_callbacks_t callbacks = without_copies(image);
    const bool ready = access.ok() && H5Pset_fapl_core(access.get(), increment, 0) >= 0 &&
                       H5Pset_file_image_callbacks(access.get(), &callbacks) >= 0 &&
                       H5Pset_file_image(access.get(), image, bytes.size()) >= 0;
    return {ready ? H5Fopen("image", H5F_ACC_RDONLY, access.get()) : H5I_INVALID_HID, H5Fclose};
}

/// Names of what is linked directly into the file's root; links to other files are left out.
std::vector<std::string> names_in_root(hid_t file) {
    std::vector<std::string> names;
    const auto take = [](hid_t, const char* name, const H5L_info_t* link, void* to) -> herr_t {
        constexpr std::size_t most = 10'000;
        auto& list = *static_cast<std::vector<std::string>*>(to);
        if (link->type == H5L_TYPE_HARD) list.emplace_back(name);
        return list.size() < most ? 0 : 1;
    };
    H5Literate(file, H5_INDEX_NAME, H5_ITER_INC, nullptr, take, &names);
    return names;
}

std::string problem_of_type(hid_t type) {
    switch (H5Tget_class(type)) {
        case H5T_FLOAT:
        case H5T_INTEGER:
            return H5Tget_size(type) <= 16 ? "" : "holds numbers of a size that is not known";
        case H5T_COMPOUND:
            return "holds complex numbers or records; save one part as an array of its own";
        case H5T_STRING:
        case H5T_VLEN:
            return "holds text, not numbers";
        default:
            return "holds no plain numbers; save it as float64";
    }
}

/// Whether what is stored can be as much as is claimed: `bytes` of numbers.
std::string problem_of_storage(hid_t dataset, std::size_t bytes) {
    constexpr std::size_t best_compression = 1032, overhead = 4096;
    const Handle creation(H5Dget_create_plist(dataset), H5Pclose);
    const std::size_t stored = H5Dget_storage_size(dataset);
    const bool filtered = H5Pget_nfilters(creation.get()) > 0;
    if (H5Pget_external_count(creation.get()) != 0) return "lies in another file";
    switch (H5Pget_layout(creation.get())) {
        case H5D_COMPACT:
        case H5D_CONTIGUOUS:
            return stored >= bytes ? "" : "claims more numbers than the file holds";
        case H5D_CHUNKED: {
            std::array<hsize_t, H5S_MAX_RANK> sides = {};
            const int rank = H5Pget_chunk(creation.get(), H5S_MAX_RANK, sides.data());
            if (rank < 0) return damaged;
            std::size_t chunk = 0;
            const std::vector<std::size_t> shape(sides.begin(), sides.begin() + rank);
            const std::size_t possible = (stored + overhead) * (filtered ? best_compression : 1);
            const bool fits = multiply_sizes(shape, chunk) && chunk <= most_nodes && bytes <= possible;
            return fits ? "" : "claims more numbers than the file holds";
        }
        default:
            return "lies in other files";
    }
}

ArrayInfo describe_dataset(hid_t dataset, std::string name) {
    ArrayInfo info{.name = std::move(name), .shape = {}, .problem = {}};
    const Handle space(H5Dget_space(dataset), H5Sclose), type(H5Dget_type(dataset), H5Tclose);
    const int rank = H5Sget_simple_extent_ndims(space.get());
    if (rank < 0 || !type.ok()) {
        info.problem = "is damaged";
        return info;
    }
    std::array<hsize_t, H5S_MAX_RANK> sizes = {};
    H5Sget_simple_extent_dims(space.get(), sizes.data(), nullptr);
    info.shape.assign(sizes.begin(), sizes.begin() + rank);
    info.problem = problem_of_type(type.get());
    std::size_t count = 0;
    if (!info.problem.empty()) return info;
    if (!multiply_sizes(info.shape, count) || count > most_nodes) {
        info.problem = too_large(info.shape);
    } else {
        info.problem = problem_of_storage(dataset, count * H5Tget_size(type.get()));
    }
    return info;
}

class Hdf5File final : public ArrayFile {
  public:
    Hdf5File(Handle file, std::vector<ArrayInfo> infos) : file_(std::move(file)), infos_(std::move(infos)) {}
    ~Hdf5File() override {
        const auto lock = library();
        const Handle closed(std::move(file_));
    }
    Hdf5File(const Hdf5File&) = delete;
    Hdf5File& operator=(const Hdf5File&) = delete;

    std::span<const ArrayInfo> arrays() const override { return infos_; }
    std::string_view format() const override { return "HDF5"; }
    std::expected<std::vector<double>, std::string> read(std::size_t index) const override {
        const auto lock = library();
        const ArrayInfo& info = infos_[index];
        const Handle dataset(H5Dopen2(file_.get(), info.name.c_str(), H5P_DEFAULT), H5Dclose);
        std::vector<double> numbers(info.size());
        const bool read = dataset.ok() &&
                          H5Dread(dataset.get(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()) >= 0;
        if (!read) return std::unexpected("is damaged: it cannot be read");
        return numbers;
    }

  private:
    Handle file_;
    std::vector<ArrayInfo> infos_;
};

}  // namespace

std::expected<std::unique_ptr<ArrayFile>, std::string> open_hdf5(std::span<const std::byte> bytes) {
    const auto lock = library();
    Handle file = open_image(bytes);
    if (!file.ok()) return std::unexpected(damaged);
    std::vector<ArrayInfo> infos;
    for (std::string& name : names_in_root(file.get())) {
        const Handle object(H5Oopen(file.get(), name.c_str(), H5P_DEFAULT), H5Oclose);
        if (object.ok() && H5Iget_type(object.get()) == H5I_DATASET) {
            infos.push_back(describe_dataset(object.get(), std::move(name)));
        }
    }
    if (infos.empty()) return std::unexpected("is an HDF5 file without arrays at its top level");
    return std::make_unique<Hdf5File>(std::move(file), std::move(infos));
}

}  // namespace thalweg
