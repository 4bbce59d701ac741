using Confluence.Generator.Model;
using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>Compares the methods that make requests of what was read.</summary>
internal static class FromComparer
{
    public static IEnumerable<SurfaceChange> Compare(SurfaceIndex old, SurfaceIndex now)
    {
        // The methods of a request that came or went, or of something to read that did, go with it.
        Dictionary<string, FromMethod> was = Methods(old, now);
        Dictionary<string, FromMethod> isNow = Methods(now, old);
        foreach (string name in was.Keys.Union(isNow.Keys))
        {
            if (!was.TryGetValue(name, out FromMethod? before))
            {
                yield return SurfaceChange.Of("cs-from-added", SurfaceKey.Type(isNow[name].Request), name, $"{name} is new", null, isNow[name].Text);
            }
            else if (!isNow.TryGetValue(name, out FromMethod? after))
            {
                yield return SurfaceChange.Of("cs-from-removed", SurfaceKey.Type(before.Request), name, $"{name} is gone", before.Text, null);
            }
            else if (before.Text != after.Text)
            {
                yield return Changed(name, before, after);
            }
        }
    }

    private static SurfaceChange Changed(string name, FromMethod before, FromMethod after)
    {
        // In another order, no argument is another one; the first stands for all then.
        (string Text, bool IsRequired, string WireName) other = before.Arguments.Except(after.Arguments).Concat(after.Arguments.Except(before.Arguments)).Concat(before.Arguments).First();

        // What may be left out at the end breaks nobody who compiles anew.
        bool isLonger = after.Arguments.Take(before.Arguments.Count).SequenceEqual(before.Arguments) && after.Arguments.Skip(before.Arguments.Count).All(argument => !argument.IsRequired);
        return SurfaceChange.Of(
            "cs-from-changed",
            SurfaceKey.Member(after.Request, other.WireName),
            name,
            $"{name} took ({before.Text}) and takes ({after.Text}) now",
            before.Text,
            after.Text,
            isLonger ? CallerVerdict.Binary : CallerVerdict.Source);
    }

    private static Dictionary<string, FromMethod> Methods(SurfaceIndex index, SurfaceIndex other) => index.Model.Makings
        .Where(making => other.Types.ContainsKey(making.Request))
        .SelectMany(making => making.Overloads
            .Where(overload => other.Types.ContainsKey(overload.Source.Name) || !index.Types.ContainsKey(overload.Source.Name))
            .Select(overload => (Name: $"{making.Request}.From({TypeSpelling.Of(overload.Source)})", Method: FromMethod.Of(making, overload))))
        .ToDictionary(entry => entry.Name, entry => entry.Method, StringComparer.Ordinal);

    /// <param name="Request">The request that it makes.</param>
    /// <param name="Arguments">What callers may change, each with the member that gets it.</param>
    private sealed record FromMethod(string Request, IReadOnlyList<(string Text, bool IsRequired, string WireName)> Arguments)
    {
        public string Text => string.Join(", ", Arguments.Select(argument => argument.Text));

        public static FromMethod Of(MakingModel making, MakingOverload overload) => new(
            making.Request,
            [
                .. making.Arguments.Select(argument => (
                    $"{TypeSpelling.Of(argument.Type)}{(argument.IsRequired ? "" : "?")} {argument.Name}",
                    argument.IsRequired,
                    overload.Members.FirstOrDefault(member => Takes(member.Value, argument.Name))?.Member.WireName ?? argument.Name)),
            ]);

        private static bool Takes(MadeValue value, string argument) => value switch
        {
            ReadValue read => read.Argument == argument,
            MadeOfSameValue same => same.Argument == argument,
            ObjectValue inner => inner.Members.Any(member => Takes(member.Value, argument)),
            _ => false,
        };
    }
}
