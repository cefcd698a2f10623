import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField } from './ComboField.tsx';
import { codeOfCountry, countryChoices } from './countryChoices.ts';

interface Props {
  label: string;
  placeholder?: string;
  /** The gateway's code; a text that is none stands as it is. */
  country: string;
  onChange: (country: string) => void;
  onBlur?: () => void;
  help?: ReactNode;
  error?: ReactNode;
}

/** A country, chosen or typed by name or code. */
export function CountryField({ country, onChange, onBlur, placeholder, ...shape }: Props) {
  const { i18n } = useTranslation();
  const choices = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = choices.find((choice) => choice.value === country)?.label ?? country;
  return (
    <ComboField
      {...shape}
      text={typed ?? shown}
      {...(placeholder === undefined ? {} : { placeholder })}
      narrowing="filtered"
      choices={choices}
      onText={(text) => {
        setTyped(text);
        onChange(codeOfCountry(text, choices));
      }}
      onChoose={(code) => {
        setTyped(null);
        onChange(code);
      }}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
    />
  );
}
