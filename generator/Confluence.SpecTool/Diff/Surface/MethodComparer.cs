using Confluence.Generator.Model;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>Compares a method with what it became.</summary>
internal sealed class MethodComparer(ClientModel oldClient, OperationModel old, ClientModel newClient, OperationModel now)
{
    private readonly List<SurfaceChange> _changes = [];
    private readonly string _key = SurfaceKey.Operation(now.Name);
    private readonly string _name = $"{newClient.Name}.{now.Name}Async";

    public IReadOnlyList<SurfaceChange> Compare()
    {
        Add("cs-operation-moved", "belonged to", oldClient.Name, newClient.Name);
        Add("cs-route-changed", "called", $"{old.Method} {Route(old)}", $"{now.Method} {Route(now)}");
        CompareArguments();
        CompareBody();
        Add("cs-options-type-changed", "took the options", OptionsOf(old), OptionsOf(now), SurfaceKey.Options(now.Name));
        string oldResult = TypeSpelling.Of(old.Result);
        string newResult = TypeSpelling.Of(now.Result);
        Add("cs-result-changed", "gave", oldResult, newResult, SurfaceKey.Result(now.Name));
        Add("cs-paging-changed", "followed pages by", old.Result.PagingStyle?.ToString() ?? "none", now.Result.PagingStyle?.ToString() ?? "none", SurfaceKey.Options(now.Name));
        Add("cs-page-size-changed", "asked for pages of", Sizes(old.Facts), Sizes(now.Facts), SurfaceKey.Parameter(now.Name, "limit"));
        Add("cs-idempotency-changed", "was repeated", Word(old.Facts.Idempotent), Word(now.Facts.Idempotent));
        Add("cs-facts-changed", "was documented with", FactsOf(old.Facts), FactsOf(now.Facts));
        Flag("cs-obsolete-", old.Obsolete is not null, now.Obsolete is not null, "obsolete");
        Flag("cs-experimental-", old.Experimental, now.Experimental, "experimental");
        return _changes;
    }

    public static IEnumerable<SurfaceChange> CompareOptions(OptionsModel old, OptionsModel now)
    {
        foreach (OptionModel option in now.Options.Where(option => !old.Options.Any(other => other.Name == option.Name)))
        {
            yield return OptionCame(now.Name, option, isNew: true);
        }

        foreach (OptionModel option in old.Options)
        {
            OptionModel? same = now.Options.FirstOrDefault(other => other.Name == option.Name);
            if (same is null)
            {
                yield return OptionCame(old.Name, option, isNew: false);
                continue;
            }

            string was = TypeSpelling.Of(option.Type);
            string isNow = TypeSpelling.Of(same.Type);
            if (was != isNow)
            {
                yield return SurfaceChange.Of("cs-option-type-changed", KeyOf(now.Name, same.WireName), $"{now.Name}.{same.Name}", $"{now.Name}.{same.Name} was {was} and is {isNow} now", was, isNow);
            }

            if (option.WireName != same.WireName)
            {
                yield return SurfaceChange.Of("cs-member-wire-name-changed", KeyOf(now.Name, same.WireName), $"{now.Name}.{same.Name}", $"{now.Name}.{same.Name} was {option.WireName} in the query and is {same.WireName} now", option.WireName, same.WireName);
            }
        }
    }

    public static SurfaceChange OptionCame(string options, OptionModel option, bool isNew) => SurfaceChange.Of(
        isNew ? "cs-option-added" : "cs-option-removed", KeyOf(options, option.WireName), $"{options}.{option.Name}", $"{options}.{option.Name} is {(isNew ? "new" : "gone")}", isNew ? null : TypeSpelling.Of(option.Type), isNew ? TypeSpelling.Of(option.Type) : null);

    private void CompareArguments()
    {
        string[] oldNames = [.. old.Arguments.Select(argument => argument.Name)];
        string[] newNames = [.. now.Arguments.Select(argument => argument.Name)];
        List<ArgumentModel> gone = [.. old.Arguments.Where(argument => !newNames.Contains(argument.Name))];
        List<ArgumentModel> come = [.. now.Arguments.Where(argument => !oldNames.Contains(argument.Name))];
        foreach (ArgumentModel argument in gone.ToArray())
        {
            // At the same place and of the same type it is the same argument under another name.
            int place = Array.IndexOf(oldNames, argument.Name);
            if (come.Find(other => Array.IndexOf(newNames, other.Name) == place && TypeSpelling.Of(other.Type) == TypeSpelling.Of(argument.Type)) is { } renamed)
            {
                gone.Remove(argument);
                come.Remove(renamed);
                Add("cs-argument-renamed", "called an argument", argument.Name, renamed.Name, SurfaceKey.Parameter(now.Name, renamed.WireName));
            }
        }

        foreach (ArgumentModel argument in come)
        {
            Change("cs-argument-added", $"takes the argument {argument.Name}", null, argument.Name, SurfaceKey.Parameter(now.Name, argument.WireName));
        }

        foreach (ArgumentModel argument in gone)
        {
            Change("cs-argument-removed", $"takes the argument {argument.Name} no more", argument.Name, null, SurfaceKey.Parameter(now.Name, argument.WireName));
        }

        foreach (ArgumentModel argument in old.Arguments)
        {
            if (now.Arguments.FirstOrDefault(other => other.Name == argument.Name) is { } same && TypeSpelling.Of(same.Type) != TypeSpelling.Of(argument.Type))
            {
                Change("cs-argument-type-changed", $"took {argument.Name} as {TypeSpelling.Of(argument.Type)} and takes {TypeSpelling.Of(same.Type)} now", TypeSpelling.Of(argument.Type), TypeSpelling.Of(same.Type), SurfaceKey.Parameter(now.Name, same.WireName));
            }
        }

        string was = string.Join(", ", oldNames.Where(newNames.Contains));
        string isNow = string.Join(", ", newNames.Where(oldNames.Contains));
        Add("cs-arguments-reordered", "took its arguments in the order", was, isNow);
    }

    private void CompareBody()
    {
        string key = SurfaceKey.Body(now.Name);
        if (old.Body is null || now.Body is null)
        {
            if ((old.Body ?? now.Body) is { } only)
            {
                string type = TypeSpelling.Of(only.Type);
                bool isNew = old.Body is null;
                Change((only.IsRequired ? "cs-body-" : "cs-optional-body-") + (isNew ? "added" : "removed"), isNew ? $"takes a {type}" : $"takes a {type} no more", isNew ? null : type, isNew ? type : null, key);
            }

            return;
        }

        Add("cs-body-type-changed", "took", TypeSpelling.Of(old.Body.Type), TypeSpelling.Of(now.Body.Type), key);
        if (old.Body.IsRequired != now.Body.IsRequired)
        {
            Change(now.Body.IsRequired ? "cs-body-became-required" : "cs-body-became-optional", $"{(now.Body.IsRequired ? "needs" : "may be called without")} its request now", null, null, key);
        }
    }

    private void Flag(string rule, bool was, bool isNow, string word)
    {
        if (was != isNow)
        {
            Change(rule + (isNow ? "added" : "removed"), isNow ? $"is {word}" : $"is not {word} any more", was ? word : null, isNow ? word : null, _key);
        }
    }

    private void Add(string rule, string verb, string was, string isNow, string? key = null)
    {
        if (was != isNow)
        {
            Change(rule, $"{verb} {was}; now {isNow}", was, isNow, key ?? _key);
        }
    }

    private void Change(string rule, string text, string? was, string? isNow, string key) => _changes.Add(SurfaceChange.Of(rule, key, _name, $"{_name} {text}", was, isNow));

    private static string KeyOf(string options, string wireName) => SurfaceKey.Parameter(options[..^"Options".Length], wireName);

    private static string OptionsOf(OperationModel operation) => operation.Options ?? (operation.Result.Kind == ResultKind.Paged ? "ConfluenceListOptions" : "ConfluenceRequestOptions");

    /// <summary>The path with the places of its arguments; what they are called is told apart.</summary>
    private static string Route(OperationModel operation) => string.Concat(operation.PathSegments.Select(segment => segment.IsArgument ? "{}" : segment.Text));

    private static string Sizes(OperationFacts facts) => FormattableString.Invariant($"{facts.UsualPage ?? facts.LargestPage} of at most {facts.LargestPage}");

    private static string Word(bool? idempotent) => idempotent switch { true => "always", false => "never", null => "as its method allows" };

    private static string FactsOf(OperationFacts facts) => $"the scopes {string.Join(", ", facts.Scopes)} and the permission '{facts.Permission}'";
}
