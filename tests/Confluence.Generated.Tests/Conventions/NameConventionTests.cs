using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>Callers import all namespaces of the library next to the implicit usings: no name may mean two things there.</summary>
public sealed class NameConventionTests
{
    private static readonly string[] s_namespaces =
    [
        Surface.Root, $"{Surface.Root}.Json", $"{Surface.Root}.Retrieval", $"{Surface.Root}.V1", $"{Surface.Root}.V1.Models", $"{Surface.Root}.V2", $"{Surface.Root}.V2.Models",
    ];

    private static readonly string[] s_implicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    [Fact]
    public void Every_public_type_lies_in_a_known_namespace() => Assert.All(Surface.Types, static type => Assert.Contains(type.Namespace, s_namespaces));

    [Fact]
    public void No_model_is_named_like_another_public_type()
    {
        string[] shared =
        [
            .. Surface.Types.Where(static type => !type.IsNested).GroupBy(static type => type.Name, StringComparer.Ordinal)
                .Where(static group => group.Count() > 1 && group.Any(static type => Surface.Models.Contains(type)))
                .Select(static group => string.Join(" and ", group)),
        ];

        Assert.Empty(shared);
    }

    [Fact]
    public void No_options_record_is_named_like_another_public_type()
    {
        string[] shared =
        [
            .. Surface.Types.Where(static type => !type.IsNested).GroupBy(static type => type.Name, StringComparer.Ordinal)
                .Where(static group => group.Count() > 1 && group.Any(static type => Surface.Options.Contains(type)))
                .Select(static group => string.Join(" and ", group)),
        ];

        Assert.Empty(shared);
    }

    [Fact]
    public void No_public_type_is_named_like_one_of_the_implicit_usings()
    {
        HashSet<string> taken = FrameworkNames();
        Assert.Contains("Task", taken);
        Assert.Contains("Version", taken);
        Assert.Contains("HttpClient", taken);

        Assert.DoesNotContain(Surface.Types, type => !type.IsNested && taken.Contains(type.Name));
    }

    private static HashSet<string> FrameworkNames()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? throw new InvalidOperationException("The framework has no folder.");
        foreach (string file in Directory.EnumerateFiles(folder, "System*.dll"))
        {
            using PEReader assembly = new(File.OpenRead(file));
            if (!assembly.HasMetadata)
            {
                continue;
            }

            MetadataReader metadata = assembly.GetMetadataReader();
            names.UnionWith(metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public
                    && s_implicitUsings.Contains(metadata.GetString(type.Namespace)))
                .Select(type => metadata.GetString(type.Name)));
        }

        return names;
    }
}
