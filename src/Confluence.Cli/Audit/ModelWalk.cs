using System.Collections;
using System.Reflection;
using System.Text.Json;
using Confluence.Generated;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.Cli.Audit;

/// <summary>Goes through what a call gave: the models keep all that arrived, and know what they did not expect.</summary>
internal sealed class ModelWalk(AuditTally tally)
{
    private const string Hidden = "*";

    /// <summary>Looks at the result of an operation.</summary>
    public void Visit(object? value, string operation)
    {
        switch (value)
        {
            case null or string or JsonElement:
                return;
            case IDictionary values:
                VisitAll(values.Values, operation);
                return;
            case IEnumerable items when !ModelFacts.Of(value.GetType()).IsModel:
                VisitAll(items, operation);
                return;
        }

        Type type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Visit(type.GetProperty("Value")?.GetValue(value), operation);
            return;
        }

        ModelFacts facts = ModelFacts.Of(type);
        if (facts.Text is not null)
        {
            VisitEnum(value, type.Name, facts, operation);
        }
        else if (facts.IsModel)
        {
            VisitModel(value, type, facts, operation);
        }
    }

    private void VisitAll(IEnumerable items, string operation)
    {
        foreach (object? item in items)
        {
            Visit(item, operation);
        }
    }

    private void VisitEnum(object value, string type, ModelFacts facts, string operation)
    {
        tally.Met(facts.Api, type);
        if (facts.Text?.GetValue(value) is string { Length: > 0 } text && !facts.Values.Contains(text))
        {
            tally.Add(new AuditFinding(AuditKind.EnumValue, facts.Api, type, null, TextForm.IsToken(text) ? text : null), operation, "string", null);
        }
    }

    private void VisitModel(object model, Type type, ModelFacts facts, string operation)
    {
        tally.Met(facts.Api, type.Name);
        HashSet<string> told = [];
        foreach (PropertyInfo member in facts.Members)
        {
            object? value;
            try
            {
                value = member.GetValue(model);
            }
            catch (TargetInvocationException exception) when (exception.InnerException is ConfluenceResponseException { Member: { } name })
            {
                told.Add(name);
                AddBroken(model, type, facts, name, operation);
                continue;
            }

            Visit(value, operation);
        }

        if (facts.Additional?.GetValue(model) is not IReadOnlyDictionary<string, JsonElement> rest)
        {
            return;
        }

        foreach ((string name, JsonElement value) in rest.Where(entry => !told.Contains(entry.Key)))
        {
            AuditKind kind = facts.Has(name) ? AuditKind.Type : AuditKind.UnknownMember;
            tally.Add(new AuditFinding(kind, facts.Api, type.Name, MemberName.IsWord(name) ? name : Hidden, null), operation, ShapeOf.Kind(value), ShapeOf.Write(value));
        }
    }

    /// <summary>A member that is never null, and is: what arrived tells which way.</summary>
    private void AddBroken(object model, Type type, ModelFacts facts, string name, string operation)
    {
        JsonElement arrived = JsonSerializer.SerializeToElement(model, type);
        if (!arrived.TryGetProperty(name, out JsonElement value))
        {
            tally.Add(new AuditFinding(AuditKind.GuaranteedAbsent, facts.Api, type.Name, name, null), operation, null, null);
            return;
        }

        AuditKind kind = value.ValueKind == JsonValueKind.Null ? AuditKind.GuaranteedNull : AuditKind.Type;
        tally.Add(new AuditFinding(kind, facts.Api, type.Name, name, null), operation, ShapeOf.Kind(value), ShapeOf.Write(value));
    }
}
