using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares the parameters of an operation. Those in the path are known by their place in it.</summary>
internal sealed class ParameterComparer(SchemaWalk walk)
{
    public IEnumerable<Finding> Compare(OperationPair pair)
    {
        var findings = new List<Finding>();
        var left = pair.New.Parameters.ToDictionary(parameter => Identity(pair.New, parameter), StringComparer.Ordinal);
        foreach (WireParameter old in pair.Old.Parameters)
        {
            if (left.Remove(Identity(pair.Old, old), out WireParameter? now))
            {
                findings.AddRange(Compare(pair, old, now));
            }
            else
            {
                string rule = IsRequired(old) ? "required-parameter-removed" : "parameter-removed";
                findings.Add(Find(pair, rule, old, null, $"{pair.New.Key} has the parameter {old.Name} ({old.In}) no more", old.Name, null));
            }
        }

        foreach (WireParameter now in left.Values)
        {
            string rule = IsRequired(now) ? "required-parameter-added" : "parameter-added";
            findings.Add(Find(pair, rule, null, now, $"{pair.New.Key} takes the {(IsRequired(now) ? "required" : "optional")} parameter {now.Name} ({now.In})", null, now.Name));
        }

        return findings;
    }

    private List<Finding> Compare(OperationPair pair, WireParameter old, WireParameter now)
    {
        var findings = new List<Finding>();
        string what = $"the parameter {now.Name} of {pair.New.Key}";
        if (IsRequired(old) != IsRequired(now))
        {
            string rule = IsRequired(now) ? "parameter-became-required" : "parameter-became-optional";
            findings.Add(Find(pair, rule, old, now, $"{what} {(IsRequired(now) ? "must be given" : "may be left out")} now", IsRequired(old) ? "required" : "optional", IsRequired(now) ? "required" : "optional"));
        }

        if (old.Node.IsTrue("deprecated") != now.Node.IsTrue("deprecated"))
        {
            bool isDeprecated = now.Node.IsTrue("deprecated");
            findings.Add(Find(pair, isDeprecated ? "parameter-deprecated" : "parameter-revived", old, now, $"{what} is {(isDeprecated ? "deprecated" : "not deprecated any more")}", isDeprecated ? null : "true", isDeprecated ? "true" : null));
        }

        if (StyleOf(old) != StyleOf(now))
        {
            findings.Add(Find(pair, "parameter-style-changed", old, now, $"{what} was written as {StyleOf(old)} and is written as {StyleOf(now)} now", StyleOf(old), StyleOf(now)));
        }

        foreach (string name in new[] { "allowEmptyValue", "allowReserved", "content" })
        {
            if (old.Node[name].Compact() != now.Node[name].Compact())
            {
                findings.Add(Find(pair, "keyword-changed", old, now, $"'{name}' of {what} changed", JsonFacts.Said(name, old.Node[name]), JsonFacts.Said(name, now.Node[name])));
            }
        }

        if (old.Node.Child("schema") is { } oldSchema && now.Node.Child("schema") is { } newSchema)
        {
            walk.Visit(oldSchema, newSchema, pair.Visit(
                Ways.Address,
                PlaceOf(pair, now),
                Held.Parameter(pair.Before.Surface, pair.Before.Surface.OperationOf(pair.Old.Key), old.Name),
                Held.Parameter(pair.After.Surface, pair.After.Surface.OperationOf(pair.New.Key), now.Name),
                KeysOf(pair, old, now)));
        }

        return findings;
    }

    private static Finding Find(OperationPair pair, string rule, WireParameter? old, WireParameter? now, string text, string? previous, string? current) => pair.Find(
        rule,
        PlaceOf(pair, now ?? old!), // One of the two is there.
        text,
        previous,
        current,
        old is null ? null : pair.Before.PointerOf(old.Node),
        now is null ? null : pair.After.PointerOf(now.Node),
        KeysOf(pair, old, now));

    private static DiffPlace PlaceOf(OperationPair pair, WireParameter parameter) =>
        new($"{pair.New.Key} ?{parameter.Name}") { Operation = pair.New.Key, Parameter = parameter.Name };

    private static bool IsRequired(WireParameter parameter) => parameter.In == "path" || parameter.Node.IsTrue("required");

    private static string Identity(WireOperation operation, WireParameter parameter)
    {
        int index = parameter.In == "path" ? operation.PathNames.ToList().IndexOf(parameter.Name) : -1;
        return index >= 0 ? FormattableString.Invariant($"path {index}") : parameter.Identity;
    }

    /// <summary>How several values are written: what the document says, or what OpenAPI says of its place.</summary>
    private static string StyleOf(WireParameter parameter)
    {
        string style = parameter.Node.Text("style") ?? (parameter.In is "query" or "cookie" ? "form" : "simple");
        bool explode = parameter.Node["explode"] is JsonBoolean given ? given.Value : style == "form";
        return $"{style}{(explode ? ", repeated" : ", joined")}";
    }

    /// <summary>The C# elements that a parameter is.</summary>
    private static IEnumerable<string> KeysOf(OperationPair pair, WireParameter? old, WireParameter? now) =>
        pair.Names.SelectMany(name => new[] { old?.Name, now?.Name }.OfType<string>().Distinct().Select(parameter => SurfaceKey.Parameter(name, parameter)).Append(SurfaceKey.Options(name)));
}
