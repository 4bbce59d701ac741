using System.IO.Compression;

namespace Confluence.Package.Tests;

/// <summary>Looks into packages, which are zip archives.</summary>
internal static class PackageFile
{
    /// <summary>Lists the files of a package, in the order of their names.</summary>
    /// <param name="package">The path of the package.</param>
    public static IReadOnlyList<string> EntriesOf(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads a file of a package.</summary>
    /// <param name="package">The path of the package.</param>
    /// <param name="entry">The name of the file in it.</param>
    public static byte[] ReadBytes(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        ZipArchiveEntry found = archive.GetEntry(entry) ?? throw new ArgumentException($"{package} has no file '{entry}'.", nameof(entry));
        using Stream stream = found.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Reads a text file of a package.</summary>
    /// <param name="package">The path of the package.</param>
    /// <param name="entry">The name of the file in it.</param>
    public static string ReadText(string package, string entry)
    {
        using StreamReader reader = new(new MemoryStream(ReadBytes(package, entry)));
        return reader.ReadToEnd();
    }
}
